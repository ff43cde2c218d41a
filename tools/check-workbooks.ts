/** Reads a folder of workbooks whose sums are known and says of every table whether it comes out exact. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWorkbook } from '#main/excel/read/read-workbook.ts';
import { readImport } from '#main/import/import-service.ts';
import type { ImportReport } from '#shared/api/import-report.ts';
import { judgeTable } from './workbooks/judge-table.ts';
import type { Verdict } from './workbooks/judge-table.ts';
import { readTruth } from './workbooks/read-truth.ts';
import type { TrueTable } from './workbooks/read-truth.ts';

const HELP = `Usage: npm run check:workbooks -- DIR [--locale TAG]

DIR holds workbooks and a truth.json with the sums of their tables. Each table is read as an import reads it, without
any mapping by hand, and is printed with one of these words:
  exact   every year column has the known sum
  asked   it has not, and the import says so: no table found, a confidence too low to take it, or a stated assumption
  wrong   it has not, and the import would have taken it without a word
The exit code is 0 without a wrong table, 1 with one, 2 when the call or the folder is wrong.`;

const options = process.argv.slice(2);
const localeAt = options.indexOf('--locale');
const chosen = localeAt < 0 ? undefined : options[localeAt + 1];
const locale = { locale: chosen ?? 'en-GB', isChosen: chosen !== undefined };
const [folder] = options.filter(
  (option, at) => !option.startsWith('--') && at !== localeAt + 1 - (localeAt < 0 ? 1e9 : 0),
);

process.exitCode = await main();

async function main(): Promise<number> {
  if (options.includes('--help')) return tell(HELP, 0);
  if (folder === undefined) return tell(HELP, 2);
  const truth = await readTruth(join(folder, 'truth.json'));
  if (typeof truth === 'string') return tell(truth, 2);
  const counts: Record<Verdict['kind'], number> = { exact: 0, asked: 0, wrong: 0 };
  const reports = new Map<string, ImportReport | string>();
  for (const table of truth) {
    const report = reports.get(table.file) ?? (await readReport(table.file));
    reports.set(table.file, report);
    const verdict =
      typeof report === 'string' ? ({ kind: 'asked', why: report } as const) : judgeTable(report, table);
    counts[verdict.kind] += 1;
    tell(lineOf(table, verdict), 0);
  }
  const { exact, asked, wrong } = counts;
  return tell(`${truth.length} tables: ${exact} exact, ${asked} asked, ${wrong} wrong.`, wrong > 0 ? 1 : 0);
}

async function readReport(file: string): Promise<ImportReport | string> {
  const path = join(folder ?? '.', file);
  const read = await readWorkbook(path);
  if (!read.ok) return `refused: ${read.code}`;
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return readImport(read.value, { name: file, sha256 }, locale).report;
}

function lineOf({ file, sheet, title }: TrueTable, { kind, why }: Verdict): string {
  const place = [file, sheet, title].filter((part) => part !== null && part !== '').join(' | ');
  return `${kind.padEnd(6)} ${place}${why === '' ? '' : `: ${why}`}`;
}

function tell(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}
