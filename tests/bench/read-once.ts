import { argv, resourceUsage, stdout } from 'node:process';

/** Reads one workbook with one reader and prints what it took: `read-once.ts reader|exceljs FILE`. */
const [, , reader, path = ''] = argv;

async function countWithReader(): Promise<number> {
  const { readWorkbook } = await import('#main/excel/read/read-workbook.ts');
  const result = await readWorkbook(path);
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  let cells = 0;
  for (const sheet of result.value.sheets) {
    for (let row = 0; row < sheet.rows; row += 1) cells += sheet.rowCells(row).length;
  }
  return cells;
}

async function countWithExceljs(): Promise<number> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  let cells = 0;
  workbook.eachSheet((sheet) => sheet.eachRow((row) => (cells += row.actualCellCount)));
  return cells;
}

const start = performance.now();
const cells = reader === 'exceljs' ? await countWithExceljs() : await countWithReader();
const milliseconds = Math.round(performance.now() - start);
// In kilobytes on every system.
const peakMegabytes = Math.round(resourceUsage().maxRSS / 1024);
stdout.write(JSON.stringify({ milliseconds, peakMegabytes, cells }));
