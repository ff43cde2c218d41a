import type { DatabaseSync } from 'node:sqlite';
import type { Table } from '#shared/plan/table.ts';
import type { SqlValue } from './column.ts';
import { rowChanges } from './row-changes.ts';
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
  const run = prepare(db, table, columns);
  return (spec, before, after) => {
    const { removed, changed, added, isReordered } = rowChanges(before, after);
    for (const row of removed) {
      const key = run.keyOf(row.id);
      spec.writeCells(key, row, null);
      run.remove(key);
    }
    for (const { old, now } of changed) {
      const key = run.keyOf(now.id);
      const values = spec.toRow(now);
      if (!isSame(values, spec.toRow(old))) run.update(key, values);
      spec.writeCells(key, old, now);
    }
    let isTight = isReordered;
    for (const { previous, next, rows } of added) {
      const places = ranksBetween(run.rankOf(previous), run.rankOf(next), rows.length);
      isTight ||= places.isTight;
      for (const [index, row] of rows.entries()) {
        const key = run.insert(row.id, places.ranks[index] ?? 0n, spec.toRow(row));
        spec.writeCells(key, null, row);
      }
    }
    if (!isTight) return;
    const ids = after.rows.map(({ id }) => id);
    rankAnew(db, table, ids);
  };
}

function prepare(db: DatabaseSync, table: OrderedTable, columns: readonly string[]) {
  const marks = columns.map(() => ', ?').join('');
  const sets = columns.map((name) => `${name} = ?`).join(', ');
  const insert = db.prepare(`INSERT INTO ${table} (id, rank, ${columns.join(', ')}) VALUES (?, ?${marks})`);
  const update = db.prepare(`UPDATE ${table} SET ${sets} WHERE key = ?`);
  const remove = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
  const find = db.prepare(`SELECT key, rank FROM ${table} WHERE id = ?`);
  return {
    keyOf: (id: string): bigint => asInteger(find.get(id)?.['key']),
    rankOf: (id: string | undefined): bigint | null =>
      id === undefined ? null : asInteger(find.get(id)?.['rank']),
    insert: (id: string, rank: bigint, values: readonly SqlValue[]): bigint =>
      BigInt(insert.run(id, rank, ...values).lastInsertRowid),
    update: (key: bigint, values: readonly SqlValue[]): void => void update.run(...values, key),
    remove: (key: bigint): void => void remove.run(key),
  };
}

function isSame(values: readonly SqlValue[], others: readonly SqlValue[]): boolean {
  return values.every((value, index) => value === others[index]);
}

function asInteger(value: unknown): bigint {
  if (typeof value !== 'bigint') throw new Error('A row of the plan is not in its file');
  return value;
}
