import { basename, extname } from 'node:path';
import { CsvError, parse } from 'csv-parse';
import type { Parser } from 'csv-parse';
import { MAX_COLUMNS, MAX_ROWS, cellAddress } from './a1.ts';
import { buildSheet } from './build-sheet.ts';
import type { WorkbookContext } from './build-sheet.ts';
import { createCellGatherer } from './cell-columns.ts';
import type { CellGatherer } from './cell-columns.ts';
import { kindNumber } from './cell-value.ts';
import { decodeText } from './decode-text.ts';
import { findDelimiter } from './delimiter.ts';
import { createFormulaTable } from './formula-table.ts';
import type { ReadLimits } from './limits.ts';
import type { Watch } from './read-xlsx.ts';
import { RefusalError, refusal } from './refusal.ts';
import type { Workbook } from './sheet.ts';
import { createTextStore } from './text-store.ts';

/** Small enough that cancelling is felt at once, large enough that the parser is not slowed. */
const PIECE_CHARACTERS = 64 * 1024;

type Table = {
  readonly sheet: string;
  readonly cells: CellGatherer;
  readonly context: WorkbookContext;
  readonly limits: ReadLimits;
};

/**
 * Reads a csv or tsv file held in memory into one sheet named after the file. Every field stays the text that it is: `00123`
 * is not 123, and no notation of numbers is guessed here. An empty field is blank. Throws a RefusalError.
 */
export async function readCsv(
  bytes: Buffer,
  file: string,
  limits: ReadLimits,
  watch: Watch,
): Promise<Workbook> {
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') throw refusal('empty-file', {});
  const { delimiter, body } = findDelimiter(text);
  const context = { texts: createTextStore(limits.textBytes), formats: [], date1904: false };
  const name = basename(file, extname(file));
  const cells = createCellGatherer();
  watch.total(body.length);
  await readRows(body, delimiter, { sheet: name, cells, context, limits }, watch);
  const frame = {
    name,
    hidden: false,
    merges: [],
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
  };
  const sheet = buildSheet(frame, cells.finish(), createFormulaTable(context.texts), context);
  return { sheets: [sheet], date1904: false, definedNames: [], textFormat: { encoding, delimiter } };
}

async function readRows(body: string, delimiter: string, table: Table, watch: Watch): Promise<void> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    // `5" pipe` in an unquoted field is what people write.
    relax_quotes: true,
    max_record_size: table.limits.csvRowCharacters,
  });
  const feeding = feed(parser, body, watch);
  let row = 0;
  try {
    for await (const record of parser) {
      // Without the option `columns` each record is the list of its fields.
      addRow(record as readonly string[], row, table);
      row += 1;
    }
    await feeding;
  } catch (error) {
    parser.destroy();
    throw toRefusal(error, parser.info.lines, table.limits);
  }
}

async function feed(parser: Parser, body: string, watch: Watch): Promise<void> {
  for (let start = 0; start < body.length && !parser.destroyed; start += PIECE_CHARACTERS) {
    const piece = body.slice(start, start + PIECE_CHARACTERS);
    try {
      watch.done(piece.length);
    } catch (error) {
      // The reader of the parser is the one who waits: it must hear why it ends.
      parser.destroy(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    if (!parser.write(piece)) await once(parser);
  }
  parser.end();
}

/** Resolves when the parser takes more, or is closed and never will. */
function once(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      parser.off('drain', done);
      parser.off('close', done);
      resolve();
    };
    parser.on('drain', done);
    parser.on('close', done);
  });
}

function addRow(fields: readonly string[], row: number, { sheet, cells, context, limits }: Table): void {
  if (row >= MAX_ROWS || fields.length > MAX_COLUMNS) {
    throw refusal('cell-outside-sheet', { sheet, address: cellAddress(row, fields.length - 1) });
  }
  fields.forEach((field, column) => {
    if (field === '') return;
    if (cells.count() >= limits.cells) throw refusal('too-many-cells', { limit: limits.cells });
    const text = context.texts.add(field) + 1;
    cells.add({ row, column, kind: kindNumber('text'), style: 0, text, formula: 0 });
  });
}

function toRefusal(error: unknown, line: number, limits: ReadLimits): unknown {
  if (error instanceof RefusalError || !(error instanceof CsvError)) return error;
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? refusal('row-too-long', { line, limit: limits.csvRowCharacters }, error)
    : refusal('open-quote', { line }, error);
}
