import { describe, expect, it } from 'vitest';
import { previewImport, suggestChoices } from '#main/import/import-service.ts';
import type { ImportState } from '#main/import/import-service.ts';
import { readRows, readSheets } from '#tests/fixtures/workbooks/read-sheets.ts';
import { sheetOf } from '#tests/fixtures/workbooks/sheet-of.ts';
import type { CellSpec } from '#tests/fixtures/workbooks/sheet-of.ts';

type Rows = readonly (readonly CellSpec[])[];

/** What comes out without any help: lines, and the total of each year; null when help is asked for. */
function takenFrom(state: ImportState): { lines: number; totals: string[] } | null {
  const choices = suggestChoices(state);
  if (choices === null) return null;
  const { lines, years } = previewImport(state, choices);
  return { lines, totals: years.map(({ label, total }) => `${label} ${total}`) };
}

const idsOf = ({ report }: ImportState): string[] => report.findings.map(({ id }) => id);
const TWO_YEARS = { lines: 2, totals: ['2025/26 110.00', '2026/27 220.00'] };
const HEADER = ['Scheme', '2025/26', '2026/27'] as const;
const LINES = [
  ['A', 100, 200],
  ['B', 10, 20],
] as const;
const TOTAL = ['Total', 110, 220] as const;

describe('tables that are taken without help', () => {
  it.each<[string, Rows]>([
    [
      'with blank lines among them',
      [HEADER, LINES[0], ['', null, null], [], LINES[1], ['', null, null], TOTAL],
    ],
    ['with their total first', [HEADER, TOTAL, ...LINES]],
    ['with their total twice', [HEADER, ...LINES, TOTAL, TOTAL]],
    ['with a total that has no name', [HEADER, ...LINES, ['', 110, 220]]],
    ['with a check row of zeros', [HEADER, ...LINES, TOTAL, ['Check', 0, 0]]],
    ['with figures above the header', [['Total', 110, 220], HEADER, ...LINES]],
    [
      'with a total column on the left',
      [
        ['Scheme', 'Total', '2025/26', '2026/27'],
        ['A', 300, 100, 200],
        ['B', 30, 10, 20],
        ['Total', 330, 110, 220],
      ],
    ],
    [
      'with a column of figures without a header',
      [
        ['Scheme', '', '2025/26', '2026/27'],
        ['A', 300, 100, 200],
        ['B', 30, 10, 20],
        ['Total', 330, 110, 220],
      ],
    ],
    [
      'with an empty column between names and years, and comments at the side',
      [
        ['Scheme', null, '2025/26', '2026/27', null, 'Comment'],
        ['A', null, 100, 200, null, 'see 2024'],
        ['B', null, 10, 20],
        ['Total', null, 110, 220],
      ],
    ],
    [
      'with percentages between the years',
      [
        ['Scheme', '2025/26', '% change', '2026/27', '% change'],
        ['A', 100, 1, 200, 0.5],
        ['B', 10, 1, 20, 0.5],
        ['Total', 110, 1, 220, 0.5],
      ],
    ],
    [
      'with variances under each year',
      [
        ['', '2025/26', '', '', '2026/27', '', ''],
        ['Scheme', 'Budget', 'Actual', 'Variance', 'Budget', 'Actual', 'Variance'],
        ['A', 100, 90, -10, 200, 150, -50],
        ['B', 10, 12, 2, 20, 18, -2],
      ],
    ],
    [
      'with the measures over the years, actual spend first',
      [
        ['Scheme', 'Actual', '', 'Budget', ''],
        ['', '2025/26', '2026/27', '2025/26', '2026/27'],
        ['A', 90, 150, 100, 200],
        ['B', 12, 18, 10, 20],
      ],
    ],
    [
      'with a variance over years before their budget',
      [
        ['Scheme', 'Variance', '', 'Budget', ''],
        ['', '2025/26', '2026/27', '2025/26', '2026/27'],
        ['A', 90, 150, 100, 200],
        ['B', 12, 18, 10, 20],
      ],
    ],
    [
      'with the names on the right',
      [
        ['2025/26', '2026/27', 'Scheme'],
        [100, 200, 'A'],
        [10, 20, 'B'],
        [110, 220, 'Total'],
      ],
    ],
    [
      'with numbers for names',
      [
        ['Cost centre', '2025/26', '2026/27'],
        [1_001, 100, 200],
        [1_002, 10, 20],
        ['Total', 110, 220],
      ],
    ],
    [
      'with dates for years',
      [
        ['Scheme', { kind: 'date', value: '2026-03-31' }, { kind: 'date', value: '2027-03-31' }],
        ...LINES,
        TOTAL,
      ],
    ],
    ['with footnote marks on the years', [['Scheme', '2025/26*', '2026/27 (1)'], ...LINES, TOTAL]],
    [
      'with another table at once beside it',
      [
        ['Need', '2025/26', '2026/27', 'Funding', '2025/26', '2026/27'],
        ['A', 100, 200, 'Grant', 60, 70],
        ['B', 10, 20, 'Loan', 55, 150],
        ['Total', 110, 220, 'Total', 115, 220],
      ],
    ],
  ])('%s', (_, rows) => {
    expect(takenFrom(readRows(rows))).toEqual(TWO_YEARS);
  });

  it('with numbers for years, latest first', () => {
    const state = readRows([
      ['Scheme', 2027, 2026, 2025],
      ['A', 100, 200, 300],
      ['B', 10, 20, 30],
    ]);
    expect(takenFrom(state)?.totals).toEqual(['2025/26 330.00', '2026/27 220.00', '2027/28 110.00']);
  });

  it('with their header in row 15 behind a preamble, and notes below', () => {
    const preamble: CellSpec[][] = [
      ['Council'],
      ['Version 3, agreed 12 March 2025'],
      ['1. All figures exclude VAT'],
      ['2. See the 2024/25 report'],
      ['Assumed inflation', 0.02],
      ['Population', 250_000],
    ];
    const blank = Array.from({ length: 7 }, (): CellSpec[] => []);
    const notes: CellSpec[][] = [[], ['Note: B depends on a grant'], ['Source: ledger of 2024']];
    const state = readRows([...preamble, ...blank, ['£000'], HEADER, ...LINES, TOTAL, ...notes]);
    expect(state.report.tables).toMatchObject([
      { range: 'A15:C18', headerRows: [15], rows: { data: 2, note: 2 } },
    ]);
    expect(takenFrom(state)?.totals).toEqual(['2025/26 110000.00', '2026/27 220000.00']);
  });

  it('with leading zeros in their codes', () => {
    const state = readRows([
      ['Code', 'Scheme', '2025/26', '2026/27'],
      ['00123', 'A', 100, 200],
      ['00456', 'B', 10, 20],
      ['', 'Total', 110, 220],
    ]);
    expect(takenFrom(state)).toEqual(TWO_YEARS);
    expect(state.tables[0]?.labels.map(({ field }) => field)).toEqual(['code', 'title']);
  });

  it('with lines of one name and negative lines', () => {
    const state = readRows([
      HEADER,
      ['Grant income', -100, -200],
      ['Contingency', 50, 60],
      ['Contingency', 50, 60],
      ['Grant income', -100, -200],
      ['Net total', -100, -280],
    ]);
    expect(takenFrom(state)).toEqual({ lines: 4, totals: ['2025/26 -100.00', '2026/27 -280.00'] });
  });

  it('with sums of sums, and groups of a single line', () => {
    const state = readRows([
      HEADER,
      ['A1', 1, 2],
      ['A2', 3, 4],
      ['Subtotal A', 4, 6],
      ['B1', 5, 6],
      ['Subtotal B', 5, 6],
      ['Subtotal A+B', 9, 12],
      ['C', 1, 1],
      ['Total', 10, 13],
    ]);
    expect(takenFrom(state)).toEqual({ lines: 4, totals: ['2025/26 10.00', '2026/27 13.00'] });
  });

  it('with the header again on each printed page', () => {
    const more: CellSpec[][] = [
      ['C', 1, 2],
      ['Total', 111, 222],
    ];
    for (const pause of [[], [[]]]) {
      const state = readRows([HEADER, ...LINES, ...pause, HEADER, ...more]);
      expect(state.report.tables).toHaveLength(1);
      expect(takenFrom(state)).toEqual({ lines: 3, totals: ['2025/26 111.00', '2026/27 222.00'] });
    }
  });

  it('with 300 columns of parts between sixty years, whose names are not all listed', () => {
    const years = Array.from({ length: 60 }, (_, year) => [`${2001 + year}`, 'p', 'q', 'r', 's', 't']);
    const state = readRows([
      ['Scheme', ...years.flat()],
      ['A', ...years.flatMap(() => [1, 9, 9, 9, 9, 9])],
      ['B', ...years.flatMap(() => [2, 9, 9, 9, 9, 9])],
    ]);
    expect(takenFrom(state)?.totals).toHaveLength(60);
    expect(new Set(state.report.tables[0]?.yearColumns.map(({ total }) => total))).toEqual(new Set(['3']));
    const left = state.report.findings.find(({ id }) => id === 'columns-left-out');
    expect(left?.message.values).toMatchObject({
      columns: ['C', 'D', 'E', 'F', 'G', 'I', 'J', 'K'],
      more: 292,
    });
  });

  it('of a single year', () => {
    expect(
      takenFrom(
        readRows([
          ['Scheme', '2025/26'],
          ['A', 100],
          ['B', 10],
          ['Total', 110],
        ]),
      ),
    ).toEqual({
      lines: 2,
      totals: ['2025/26 110.00'],
    });
  });

  it('in dollars that only the cells of a csv file show', () => {
    const state = readRows([
      ['Fund', 'FY2026', 'FY2027'],
      ['A', '$1,200.50', '$300.00'],
      ['B', '$-', '$20.00'],
    ]);
    expect(state.report.tables[0]).toMatchObject({ currency: 'USD' });
    expect(takenFrom(state)?.totals).toEqual(['FY2026 1200.50', 'FY2027 320.00']);
  });
});

describe('what is told of tables that are taken', () => {
  it('a hidden line that the total does not count', () => {
    const rows = [HEADER, ...LINES, ['C', 5, 5], TOTAL];
    const state = readSheets([sheetOf(rows, { hiddenRows: [3] })]);
    expect(takenFrom(state)).toEqual(TWO_YEARS);
    expect(state.report.findings.find(({ id }) => id === 'memo-by-figures')).toMatchObject({ cell: 'A4' });
  });

  it('a total that agrees only within rounding', () => {
    const state = readRows([HEADER, ...LINES, ['Total', 111, 220]]);
    expect(state.report.findings.find(({ id }) => id === 'totals-rounded')).toMatchObject({
      cell: 'B4',
      message: { values: { count: 1, difference: '1' } },
    });
  });

  it('words between two tables name the lines of the right one', () => {
    const state = readRows([
      ['Need', '2025/26', '2026/27', 'Funding', '2025/26', '2026/27'],
      ['A', 100, 200, 'Grant', 60, 70],
      ['B', 10, 20, 'Loan', 55, 150],
    ]);
    expect(state.report.tables.map(({ range }) => range)).toEqual(['A1:C3', 'D1:F3']);
  });
});

describe('tables that are asked about', () => {
  it.each<[string, string, Rows]>([
    [
      'subtotals above their lines without words, weight or a total',
      'sum-suspected',
      [
        HEADER,
        ['Housing', 1_100, 2_200],
        ['Retrofit', 1_000, 2_000],
        ['Homes', 100, 200],
        ['Roads', 330, 440],
        ['Bridge', 300, 400],
        ['Street', 30, 40],
      ],
    ],
    ['amounts without a name that are no sum', 'nameless-line', [HEADER, ...LINES, ['', 7, 9], ['C', 1, 1]]],
    [
      'opening and closing balances among the lines',
      'balance-rows',
      [
        HEADER,
        ['Opening balance', 1_000, 800],
        ['Income', 500, 500],
        ['Spending', -700, -900],
        ['Closing balance', 800, 400],
      ],
    ],
    [
      'income written as a positive figure and taken off',
      'balance-rows',
      [HEADER, ['Gross spend', 1_000, 2_000], ['Less: income', 300, 500], ['Net spend', 700, 1_500]],
    ],
    [
      'a line that one total leaves out and another does not',
      'memo-by-figures',
      [
        HEADER,
        ['A', 1_000, 2_000],
        ['B', 500, 600],
        ['C', 50, 60],
        ['Total excluding C', 1_500, 2_600],
        ['Total', 1_550, 2_660],
      ],
    ],
    ['head counts below the total', 'rows-after-total', [HEADER, ...LINES, TOTAL, ['FTE', 12.5, 13.5]]],
    [
      'rates below the total',
      'mixed-units',
      [
        HEADER,
        ['A', 100_000, 200_000],
        ['B', 5_000, 6_000],
        ['Total', 105_000, 206_000],
        ['% growth', 0.05, 0.04],
      ],
    ],
    [
      'two currencies',
      'currencies-mixed',
      [HEADER, ['A', '$1,200.50', '$300.00'], ['B', '£500.00', '£20.00']],
    ],
    ['a single line', 'few-rows', [HEADER, ['A', 100, 200]]],
    [
      'two scales',
      'scale-conflict',
      [
        ['Scheme', '2025/26 £000', '2026/27 £m'],
        ['A', 100, 0.2],
        ['B', 10, 0.02],
      ],
    ],
    [
      'no name for the second of two tables with shared names',
      'no-labels',
      [
        ['2025/26', '2026/27'],
        [90, 190],
        [9, 19],
      ],
    ],
  ])('%s', (_, id, rows) => {
    const state = readRows(rows);
    expect(takenFrom(state)).toBeNull();
    expect(idsOf(state)).toContain(id);
  });

  it.each<[string, Rows]>([
    ['spans of several years', [['Scheme', '2025-2027', '2028-2030'], ...LINES]],
    ['amounts that are all blank', [HEADER, ['A', null, null], ['B', null, null]]],
    ['years in the title alone', [['Budget 2025/26'], ['Scheme', 'Amount'], ['A', 100]]],
  ])('%s hold no table', (_, rows) => {
    expect(idsOf(readRows(rows))).toEqual(['no-table']);
  });
});
