/** The values that a row has now for the keys that a change names: what restores it. */
export function pickKeys<Row extends object, Changes extends Partial<Row>>(
  row: Row,
  changes: Changes,
): Pick<Row, keyof Row & keyof Changes> {
  const keys = Object.keys(changes);
  // Changes is a part of Row, so that each of its keys is one of Row.
  return Object.fromEntries(Object.entries(row).filter(([key]) => keys.includes(key))) as Pick<
    Row,
    keyof Row & keyof Changes
  >;
}
