import type { Finding } from '#shared/api/import-report.ts';
import { importMessages } from '#shared/messages/catalogue/import.ts';
import type { Message } from '#shared/messages/message.ts';
import type { AmountGrid } from './amount-grid.ts';
import type { StatedTotal } from './import-table.ts';
import type { LabelColumn } from './label-columns.ts';
import type { TableRow, TableRows } from './row-roles.ts';
import { claimsEverything, readRowWord } from './row-words.ts';

/** Something that speaks against taking a table unasked: by how many points of a hundred, and why. */
export type Doubt = { readonly points: number; readonly found: Finding };
type MakeDoubt = (points: number, message: Message, row: number) => Doubt;
type RowDraft = {
  readonly rows: TableRows;
  readonly grid: AmountGrid;
  readonly labels: readonly LabelColumn[];
  readonly statedTotals: readonly StatedTotal[];
};

/** What the rows of a table say against taking it unasked; each doubt names the row where it is seen. */
export function findRowDoubts(draft: RowDraft, make: MakeDoubt): Doubt[] {
  const naming = nameRows(draft);
  return [...sumDoubts(draft, naming, make), ...lineDoubts(draft, naming, make)];
}

type Naming = {
  /** The label of a row, or words for a row without one. */
  readonly label: (row: number) => string;
  readonly nameOf: (row: number) => string;
  readonly isBalance: (row: number) => boolean;
  /** Sums that their lines do not explain. */
  readonly unexplained: readonly number[];
};

function nameRows({ rows }: RowDraft): Naming {
  const byRow = new Map(rows.rows.map((row) => [row.row, row]));
  const nameOf = (row: number): string => byRow.get(row)?.label ?? '';
  const isBalance = (row: number): boolean => readRowWord(nameOf(row)) === 'balance';
  return {
    nameOf,
    label: (row) => nameOf(row) || importMessages['import.untitled-line']({ row: row + 1 }),
    isBalance,
    unexplained: rows.unexplained.filter((row) => !isBalance(row)),
  };
}

/** Rows that look like sums and are none, and sums that their lines do not explain. */
function sumDoubts(
  { rows, statedTotals }: RowDraft,
  { label, nameOf, unexplained }: Naming,
  make: MakeDoubt,
): Doubt[] {
  const lastSum = Math.max(-1, ...rows.sums.map(({ row }) => row));
  const claimed = new Set(rows.sums.filter(({ proof }) => proof === 'words').map(({ row }) => row));
  const values = (row: number) => ({ label: label(row) });
  const aside = rows.rows.find(
    ({ row, role }) => role === 'memo' && readRowWord(nameOf(row)) === 'none',
  )?.row;
  // Another total that its lines do not explain may well include the line.
  const asidePoints = unexplained.length > 0 ? 30 : 3;
  return [
    ...rows.doubtful.map((row) => make(30, { id: 'import.sum-suspected', values: values(row) }, row)),
    ...unexplained.map((row) =>
      claimed.has(row)
        ? make(
            doubtOfClaim(row, lastSum, { rows, statedTotals }),
            { id: 'import.sum-unexplained', values: values(row) },
            row,
          )
        : make(35, { id: 'import.sum-restated', values: values(row) }, row),
    ),
    ...(aside === undefined
      ? []
      : [make(asidePoints, { id: 'import.memo-by-figures', values: values(aside) }, aside)]),
  ];
}

/** Lines that are perhaps no lines of money of this table. */
function lineDoubts(
  { rows, grid, labels }: RowDraft,
  { label, isBalance }: Naming,
  make: MakeDoubt,
): Doubt[] {
  const doubts: Doubt[] = [];
  const after = rows.sums.length === 0 ? undefined : findDataAfterTotal(rows);
  if (after !== undefined)
    doubts.push(make(30, { id: 'import.rows-after-total', values: { label: label(after.row) } }, after.row));
  // A check row of zeros says that all is well; rows without a name whose figures are nil are empty lines of a form.
  const isNil = (row: number): boolean => sizeOf(grid.rows.get(row) ?? []) === 0n;
  const hasTitles = labels.some(({ field }) => field === 'title');
  const nameless = rows.rows.find(
    ({ row, role, label: name }) => role === 'data' && name === '' && !isNil(row),
  );
  if (nameless !== undefined && hasTitles)
    doubts.push(make(30, { id: 'import.nameless-line', values: { row: nameless.row + 1 } }, nameless.row));
  const balances = rows.rows.filter(({ row, role }) => role === 'memo' && isBalance(row) && !isNil(row));
  const [balance] = balances;
  if (balance !== undefined) {
    doubts.push(make(30, { id: 'import.balance-rows', values: { count: balances.length } }, balance.row));
  }
  const mixed = findMixedUnits(rows, grid);
  if (mixed !== null)
    doubts.push(make(35, { id: 'import.mixed-units', values: { label: label(mixed) } }, mixed));
  return doubts;
}

/**
 * How much a total that no lines explain speaks against the table. Below everything else, in a table whose other sums are
 * proven, it is a total by its place and its figures are told as wrong; lines that add up to twice of it say that sums were
 * taken for lines.
 */
function doubtOfClaim(
  row: number,
  lastSum: number,
  { rows, statedTotals }: Pick<RowDraft, 'rows' | 'statedTotals'>,
): number {
  const stated = statedTotals.filter((total) => total.row === row);
  if (stated.every(({ isRounding }) => isRounding)) return 3;
  if (stated.every(({ stated: one, difference }) => `-${one}` === difference || one === '0')) return 45;
  // Most columns agree: the total is one, and the others are told as wrong.
  if (stated.filter(({ isRounding }) => isRounding).length * 2 > stated.length) return 5;
  const isProven = rows.sums.some(({ proof }) => proof === 'figures');
  return row === lastSum && isProven ? 3 : 30;
}

/** A line below a total of everything that no later sum includes: another list, or what the total is paid from. */
function findDataAfterTotal({ rows, sums }: TableRows): TableRow | undefined {
  const totals = rows.filter(({ role, label }) => role === 'total' && claimsEverything(label));
  const [first] = totals;
  if (first === undefined) return undefined;
  const summed = new Set(sums.flatMap(({ parts }) => parts));
  return rows.find(({ row, role }) => role === 'data' && row > first.row && !summed.has(row));
}

/** A data row of fractions below 1 among amounts a thousand times as large, or of percentages. */
function findMixedUnits(rows: TableRows, grid: AmountGrid): number | null {
  const one = 10n ** BigInt(grid.decimals);
  const data = rows.rows.filter(({ role }) => role === 'data');
  const largest = data.map(({ row }) => sizeOf(grid.rows.get(row) ?? []));
  const most = largest.reduce((max, size) => (size > max ? size : max), 0n);
  const percent = grid.refused.find(
    ({ reason, row }) => reason.startsWith('percent') && data.some((entry) => entry.row === row),
  );
  if (percent !== undefined) return percent.row;
  const fractions = data.find((_, index) => {
    const size = largest[index] ?? 0n;
    return size > 0n && size < one && most > 1_000n * one;
  });
  return fractions?.row ?? null;
}

function sizeOf(values: readonly (bigint | null)[]): bigint {
  return values.reduce<bigint>((max, value) => {
    const size = value === null ? 0n : value < 0n ? -value : value;
    return size > max ? size : max;
  }, 0n);
}
