import { parseRange } from '#main/excel/read/a1.ts';
import type { ImportReport, TableReport } from '#shared/api/import-report.ts';
import {
  addFractions,
  compareFraction,
  fraction,
  fractionFromDecimal,
  multiplyFractions,
} from '#shared/money/fraction.ts';
import type { Fraction } from '#shared/money/fraction.ts';
import type { TrueTable } from './read-truth.ts';

export type Verdict = { readonly kind: 'exact' | 'asked' | 'wrong'; readonly why: string };

/** Below this the import asks before it takes a table. */
const CONFIDENCE_TO_TAKE = fraction(70n, 100n);
/** Known sums with more decimals were rounded to four. */
const KNOWN_DECIMALS = 4;

/** Compares what an import found with the known sums of one table. */
export function judgeTable(report: ImportReport, truth: TrueTable): Verdict {
  const tables = report.tables.filter((table) => isPartOf(table, truth));
  if (tables.length === 0) return { kind: 'asked', why: 'no such table was found' };
  const differing = [...truth.sums].filter(([column, sum]) => !hasSum(tables, column, sum, truth.scale));
  if (differing.length === 0) return { kind: 'exact', why: isTaken(tables) ? '' : 'taken only when chosen' };
  const [[column, sum] = ['', '']] = differing;
  const found = tables.map((table) => totalOf(table, column)).join(' + ');
  const difference = `column ${column} adds up to ${found}, not ${sum} x ${truth.scale}`;
  if (!isTaken(tables)) return { kind: 'asked', why: `confidence ${tables[0]?.confidence}; ${difference}` };
  const isScale = [...truth.sums].every(([name, value]) =>
    hasSum(tables, name, value, tables[0]?.scale ?? '1'),
  );
  if (isScale && isScaleAssumed(report, truth.sheet))
    return { kind: 'asked', why: `the scale is assumed and told; ${difference}` };
  return { kind: 'wrong', why: difference };
}

/** A table of the same sheet and columns that holds lines of the true one; blocks of one table are several. */
function isPartOf(table: TableReport, truth: TrueTable): boolean {
  if (truth.sheet !== null && table.sheet !== truth.sheet) return false;
  const range = parseRange(table.range);
  if (range === null) return false;
  const holdsRow = truth.rows.some((row) => row - 1 >= range.top && row - 1 <= range.bottom);
  return holdsRow && [...truth.sums.keys()].some((column) => totalOf(table, column) !== null);
}

function totalOf(table: TableReport, column: string): string | null {
  return table.yearColumns.find((year) => year.column === column)?.total ?? null;
}

function hasSum(tables: readonly TableReport[], column: string, sum: string, scale: string): boolean {
  const totals = tables.map((table) => totalOf(table, column));
  if (totals.includes(null)) return false;
  const found = totals.reduce<Fraction>(
    (all, total) => addFractions(all, fractionFromDecimal(total ?? '0')),
    fraction(0n),
  );
  const known = multiplyFractions(fractionFromDecimal(sum), fractionFromDecimal(scale));
  const decimals = sum.split('.')[1]?.length ?? 0;
  const step =
    decimals < KNOWN_DECIMALS
      ? fraction(0n)
      : multiplyFractions(fraction(1n, 10_000n), fractionFromDecimal(scale));
  const difference = addFractions(found, { ...known, n: -known.n });
  const size = { ...difference, n: difference.n < 0n ? -difference.n : difference.n };
  return compareFraction(size, step) <= 0;
}

function isTaken(tables: readonly TableReport[]): boolean {
  return tables.every(
    ({ confidence }) => compareFraction(fractionFromDecimal(confidence), CONFIDENCE_TO_TAKE) >= 0,
  );
}

function isScaleAssumed({ findings }: ImportReport, sheet: string | null): boolean {
  return findings.some(
    ({ id, sheet: where }) => id === 'scale-assumed' && (sheet === null || where === sheet),
  );
}
