import { readFile } from 'node:fs/promises';
import { columnName } from '#main/excel/read/a1.ts';

/** A table whose sums are known. Numbers are the decimal texts of the file, never binary floats. */
export type TrueTable = {
  readonly file: string;
  /** Null for a text table, which has one sheet. */
  readonly sheet: string | null;
  readonly title: string;
  /** One-based rows of its lines, where the file lists them, else its first and last row. */
  readonly rows: readonly number[];
  readonly lastRow: number;
  /** What the sums are multiplied by to be whole currency units. */
  readonly scale: string;
  /** Sums by column letters. */
  readonly sums: ReadonlyMap<string, string>;
};

type Json = string | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Reads a truth.json; a text says why it cannot be read. */
export async function readTruth(path: string): Promise<readonly TrueTable[] | string> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
  const truth = parseExact(text);
  const tables = listOf(fieldOf(truth, 'workbooks')).map(workbookTable);
  return [...tables, ...listOf(fieldOf(truth, 'csv')).map(textTable)];
}

/** Numbers as they stand in the text: JSON.parse alone would round them to doubles. */
function parseExact(text: string): Json {
  const keepSource = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value;
  // With numbers as texts everything in the file is of these types.
  return JSON.parse(text, keepSource) as Json;
}

function workbookTable(table: Json): TrueTable {
  const listed = listOf(fieldOf(table, 'data_rows')).map(numberOf);
  const first = numberOf(fieldOf(table, 'first_data_row'));
  const last = numberOf(fieldOf(table, 'last_data_row'));
  return {
    file: textOf(fieldOf(table, 'file')),
    sheet: textOf(fieldOf(table, 'sheet')),
    title: textOf(fieldOf(table, 'table')),
    rows: listed.length > 0 ? listed : [first, last],
    lastRow: last,
    scale: textOf(fieldOf(table, 'scale_multiplier')),
    sums: new Map(entriesOf(fieldOf(table, 'sums')).map(([column, sum]) => [column, textOf(sum)])),
  };
}

/** Text tables name their columns by header, or by number and header where a header stands twice: `#6 2013`. */
function textTable(table: Json): TrueTable {
  const headers = listOf(fieldOf(table, 'header')).map(textOf);
  const first = numberOf(fieldOf(table, 'header_line')) + 1;
  const last = first + numberOf(fieldOf(table, 'data_lines')) - 1;
  const sums = entriesOf(fieldOf(table, 'sums')).map(([name, sum]) => {
    const numbered = /^#(\d+) /.exec(name)?.[1];
    const index = numbered === undefined ? headers.indexOf(name) : Number(numbered);
    return [columnName(index), textOf(sum)] as const;
  });
  return {
    file: textOf(fieldOf(table, 'file')),
    sheet: null,
    title: '',
    rows: [first, last],
    lastRow: last,
    scale: textOf(fieldOf(table, 'scale_multiplier')),
    sums: new Map(sums),
  };
}

function entriesOf(value: Json): [string, Json][] {
  return typeof value === 'object' && value !== null && !isList(value) ? Object.entries(value) : [];
}

function fieldOf(value: Json, key: string): Json {
  return entriesOf(value).find(([name]) => name === key)?.[1] ?? null;
}

function listOf(value: Json): readonly Json[] {
  return isList(value) ? value : [];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: Json): number {
  return Number(textOf(value));
}
