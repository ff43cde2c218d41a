/** Rows in an order, found by id. Immutable: each change answers a new table that shares every row it did not touch. */
export type Table<Row extends { readonly id: string }> = {
  readonly rows: readonly Row[];
  readonly at: ReadonlyMap<string, number>;
};

/** Makes a table; ids are expected to be unique (the schema and the edits check that before). */
export function makeTable<Row extends { readonly id: string }>(rows: readonly Row[]): Table<Row> {
  return { rows, at: new Map(rows.map((row, index) => [row.id, index])) };
}

/** The row with this id, or undefined. */
export function findRow<Row extends { readonly id: string }>(table: Table<Row>, id: string): Row | undefined {
  const index = table.at.get(id);
  return index === undefined ? undefined : table.rows[index];
}

/** Puts a new version of a row in the place of the old one; the order and the lookup are shared with the old table. */
export function replaceRow<Row extends { readonly id: string }>(table: Table<Row>, row: Row): Table<Row> {
  const index = table.at.get(row.id);
  if (index === undefined) return table;
  return { rows: table.rows.with(index, row), at: table.at };
}

/** Puts new versions of rows in the place of the old ones; the order and the lookup are shared with the old table. */
export function replaceRows<Row extends { readonly id: string }>(
  table: Table<Row>,
  changed: ReadonlyMap<string, Row>,
): Table<Row> {
  if (changed.size === 0) return table;
  const rows = [...table.rows];
  for (const [id, row] of changed) {
    const index = table.at.get(id);
    if (index !== undefined) rows[index] = row;
  }
  return { rows, at: table.at };
}

/** A row and the index at which it stands once it is in the table. */
export type Placed<Row> = { readonly at: number; readonly row: Row };

/** Puts rows in, each at the index it is to have in the new table; expects them in ascending order of index. */
export function insertRows<Row extends { readonly id: string }>(
  table: Table<Row>,
  placed: readonly Placed<Row>[],
): Table<Row> {
  const rows: Row[] = [];
  let next = 0;
  for (const { at, row } of placed) {
    while (rows.length < at && next < table.rows.length) rows.push(...table.rows.slice(next, ++next));
    rows.push(row);
  }
  return makeTable([...rows, ...table.rows.slice(next)]);
}

/** Takes rows out. */
export function removeRows<Row extends { readonly id: string }>(
  table: Table<Row>,
  ids: ReadonlySet<string>,
): Table<Row> {
  return makeTable(table.rows.filter((row) => !ids.has(row.id)));
}
