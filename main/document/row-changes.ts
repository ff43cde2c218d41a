import { findRow, type Table } from '#shared/plan/table.ts';

/** New rows that stand next to one another, with the rows on either side of them. */
type RunOfRows<Row> = {
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly rows: readonly Row[];
};

/** In what two states of a table of rows differ. */
export type RowChanges<Row> = {
  readonly removed: readonly Row[];
  readonly changed: readonly { readonly old: Row; readonly now: Row }[];
  readonly added: readonly RunOfRows<Row>[];
  /** Rows that both states have stand in another order. */
  readonly isReordered: boolean;
};

type Identified = { readonly id: string };

/** Finds what changed. States that share a row share the very object, so nothing inside a row is compared. */
export function rowChanges<Row extends Identified>(
  before: Table<Row> | null,
  after: Table<Row>,
): RowChanges<Row> {
  if (before === null) {
    const added = [{ previous: undefined, next: undefined, rows: after.rows }];
    return { removed: [], changed: [], added, isReordered: false };
  }
  if (before.at === after.at) {
    const changed = after.rows.flatMap((now, index) => {
      const old = before.rows[index];
      return old === undefined || old === now ? [] : [{ old, now }];
    });
    return { removed: [], changed, added: [], isReordered: false };
  }
  return {
    removed: before.rows.filter(({ id }) => !after.at.has(id)),
    changed: after.rows.flatMap((now) => {
      const old = findRow(before, now.id);
      return old === undefined || old === now ? [] : [{ old, now }];
    }),
    added: runsOfNew(before, after),
    isReordered: !keepsOrder(before, after),
  };
}

function runsOfNew<Row extends Identified>(before: Table<Row>, after: Table<Row>): RunOfRows<Row>[] {
  const runs: RunOfRows<Row>[] = [];
  let start = -1;
  for (let index = 0; index <= after.rows.length; index += 1) {
    const row = after.rows[index];
    const isNew = row !== undefined && !before.at.has(row.id);
    if (isNew && start < 0) start = index;
    if (isNew || start < 0) continue;
    runs.push({ previous: after.rows[start - 1]?.id, next: row?.id, rows: after.rows.slice(start, index) });
    start = -1;
  }
  return runs;
}

function keepsOrder<Row extends Identified>(before: Table<Row>, after: Table<Row>): boolean {
  let last = -1;
  for (const { id } of after.rows) {
    const index = before.at.get(id);
    if (index === undefined) continue;
    if (index < last) return false;
    last = index;
  }
  return true;
}
