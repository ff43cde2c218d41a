import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { columnName } from '#main/excel/read/a1.ts';
import { numberFormatStyles, workbookParts, worksheetXml } from '#tests/fixtures/xlsx/workbook-parts.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const LABELS = 500;
const ROWS_MARK = '@rows@';

/**
 * Writes a workbook shaped like a large plan: two columns of shared texts, one of texts in line, the rest amounts with cents,
 * the last of them a formula with its result. Streamed, so that it fits any machine.
 */
export async function writeLargeWorkbook(path: string, rows: number, columns: number): Promise<void> {
  const labels = Array.from({ length: LABELS }, (_, index) => `<si><t>Programme ${index}</t></si>`);
  const parts = workbookParts({
    sheets: [{ name: 'Plan', rows: ROWS_MARK }],
    sharedStrings: labels.join(''),
    styles: numberFormatStyles(['#,##0.00']),
  });
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    if (name !== SHEET) zip.addBuffer(Buffer.from(content), name);
  }
  zip.addReadStream(Readable.from(sheetPieces(rows, columns)), SHEET);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

function* sheetPieces(rows: number, columns: number): Generator<string> {
  const [before = '', after = ''] = worksheetXml({ rows: ROWS_MARK }).split(ROWS_MARK);
  const names = Array.from({ length: columns }, (_, column) => columnName(column));
  yield before;
  for (let row = 1; row <= rows; row += 1) yield rowXml(row, names);
  yield after;
}

function rowXml(row: number, names: readonly string[]): string {
  const cells = names.map((name, column) => {
    const address = `r="${name}${row}"`;
    if (column < 2) return `<c ${address} t="s"><v>${(row * (column + 7)) % LABELS}</v></c>`;
    if (column === 2) return `<c ${address} t="inlineStr"><is><t>Line ${row} &amp; more</t></is></c>`;
    // Spread over the range of amounts in a plan, the same in each run.
    const cents = (row * 7919 + column * 104_729) % 100_000_000;
    const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
    const formula = column === names.length - 1 ? `<f>SUM(D${row}:AB${row})</f>` : '';
    return `<c ${address} s="1">${formula}<v>${amount}</v></c>`;
  });
  return `<row r="${row}" spans="1:${names.length}">${cells.join('')}</row>`;
}
