import type { DatabaseSync } from 'node:sqlite';
import type { Table } from '#shared/plan/table.ts';
import type { SqlValue } from './column.ts';
import { rankAnew, ranksBetween, type OrderedTable } from './row-order.ts';

/** How a row is kept: its columns, and the cells that belong to it; a row that is gone has no `after`. */
export type RowSpec<Row> = {
  readonly toRow: (row: Row) => readonly SqlValue[];
  readonly writeCells: (key: bigint, before: Row | null, after: Row | null) => void;
};

export type RowWriter<Row extends { readonly id: string }> = (
  spec: RowSpec<Row>,
  before: Table<Row> | null,
  after: Table<Row>,
) => void;

/** Prepares the statements of one table and answers what writes the rows in which two states of it differ. */
export function createRowWriter<Row extends { readonly id: string }>(
  db: DatabaseSync,
  table: OrderedTable,
  columns: readonly string[],
): RowWriter<Row> {
  const marks = columns.map(() => ', ?').join('');
  const insert = db.prepare(`INSERT INTO ${table} (id, rank, ${columns.join(', ')}) VALUES (?, ?${marks})`);
  const update = db.prepare(
    `UPDATE ${table} SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE key = ?`,
  );
  const remove = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
  const find = db.prepare(`SELECT key, rank FROM ${table} WHERE id = ?`);
  const keyOf = (id: string): bigint => asInteger(find.get(id)?.['key']);
  const rankOf = (id: string | undefined): bigint | null =>
    id === undefined ? null : asInteger(find.get(id)?.['rank']);

  return (spec, before, after) => {
    if (before?.rows === after.rows) return;
    for (const row of before?.rows ?? []) {
      if (after.at.has(row.id)) continue;
      const key = keyOf(row.id);
      spec.writeCells(key, row, null);
      remove.run(key);
    }
    for (const row of after.rows) {
      const old = findOld(before, row.id);
      if (old === null || old === row) continue;
      const key = keyOf(row.id);
      const values = spec.toRow(row);
      if (!isSame(values, spec.toRow(old))) update.run(...values, key);
      spec.writeCells(key, old, row);
    }
    let isTight = !keepsOrder(before, after);
    for (const run of runsOfNew(before, after)) {
      const ranked = ranksBetween(rankOf(run.previous), rankOf(run.next), run.rows.length);
      isTight ||= ranked.isTight;
      for (const [index, row] of run.rows.entries()) {
        const { lastInsertRowid } = insert.run(row.id, ranked.ranks[index] ?? 0n, ...spec.toRow(row));
        spec.writeCells(BigInt(lastInsertRowid), null, row);
      }
    }
    if (isTight)
      rankAnew(
        db,
        table,
        after.rows.map((row) => row.id),
      );
  };
}

type Run<Row> = {
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly rows: readonly Row[];
};

/** The rows that are new, in runs of neighbours, each with the rows that stood there before on its either side. */
function runsOfNew<Row extends { readonly id: string }>(
  before: Table<Row> | null,
  after: Table<Row>,
): Run<Row>[] {
  if (before?.at === after.at) return [];
  const runs: Run<Row>[] = [];
  let start = -1;
  for (let index = 0; index <= after.rows.length; index += 1) {
    const row = after.rows[index];
    const isNew = row !== undefined && before?.at.has(row.id) !== true;
    if (isNew && start < 0) start = index;
    if (isNew || start < 0) continue;
    const rows = after.rows.slice(start, index);
    runs.push({ previous: after.rows[start - 1]?.id, next: row?.id, rows });
    start = -1;
  }
  return runs;
}

/** Whether the rows that both states have stand in the same order. */
function keepsOrder<Row extends { readonly id: string }>(
  before: Table<Row> | null,
  after: Table<Row>,
): boolean {
  if (before === null || before.at === after.at) return true;
  let last = -1;
  for (const row of after.rows) {
    const index = before.at.get(row.id);
    if (index === undefined) continue;
    if (index < last) return false;
    last = index;
  }
  return true;
}

function findOld<Row extends { readonly id: string }>(before: Table<Row> | null, id: string): Row | null {
  const index = before?.at.get(id);
  return index === undefined ? null : (before?.rows[index] ?? null);
}

function isSame(values: readonly SqlValue[], others: readonly SqlValue[]): boolean {
  return values.every((value, index) => value === others[index]);
}

function asInteger(value: unknown): bigint {
  if (typeof value !== 'bigint') throw new Error('A row of the plan is not in its file');
  return value;
}
