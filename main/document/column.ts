import { encodeWire } from '#shared/api/wire.ts';
import { decodeStored } from './stored-json.ts';

/** How a field of the plan stands in its column: as text, as 0 or 1, as an exact integer, or, when it has parts, as JSON. */
type ColumnForm = 'text' | 'flag' | 'integer' | 'json';
export type SqlValue = string | bigint | null;
/** The columns of a table by the field that each holds. */
export type Columns<Field extends string> = Readonly<Record<Field, readonly [string, ColumnForm]>>;

/** Writes one field for its column. */
function toColumn(value: unknown, form: ColumnForm): SqlValue {
  if (form === 'json') return encodeWire(value);
  if (value === null || value === undefined) return null;
  if (form === 'flag') return value === true ? 1n : 0n;
  if (form === 'integer' && typeof value === 'bigint') return value;
  if (form === 'text' && typeof value === 'string') return value;
  throw new TypeError(`No ${form} for a column: ${typeof value}`);
}

/** Reads one field back; the result is checked by the plan's schema, since the file comes from outside. */
function fromColumn(value: unknown, form: ColumnForm): unknown {
  if (form === 'json') {
    const read = typeof value === 'string' ? decodeStored(value, 'column') : { ok: false as const };
    return read.ok ? read.value : undefined;
  }
  if (form === 'flag' && value !== null) return value === 1n || (value === 0n ? false : undefined);
  return value;
}

/** The names of the columns, for a statement. */
export function columnNames(columns: Columns<string>): string[] {
  return Object.values(columns).map(([name]) => name);
}

/** The values of a row in the order of `columnNames`. */
export function toRow<Field extends string>(
  record: Readonly<Partial<Record<NoInfer<Field>, unknown>>>,
  columns: Columns<Field>,
): SqlValue[] {
  // Object.entries forgets the type of its keys, which are those of `columns`.
  const entries = Object.entries(columns) as [Field, readonly [string, ColumnForm]][];
  return entries.map(([field, [, form]]) => toColumn(record[field], form));
}

/** The fields of a row that was read with the columns' names. */
export function fromRow(
  row: Readonly<Record<string, unknown>>,
  columns: Columns<string>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([field, [name, form]]) => [field, fromColumn(row[name], form)]),
  );
}
