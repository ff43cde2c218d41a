import { describe, expect, it } from 'vitest';
import { suggestChoices } from '#main/import/import-service.ts';
import type { ImportState } from '#main/import/import-service.ts';
import { readRows, readSheets } from '#tests/fixtures/workbooks/read-sheets.ts';
import { sheetOf } from '#tests/fixtures/workbooks/sheet-of.ts';
import type { CellSpec } from '#tests/fixtures/workbooks/sheet-of.ts';
import {
  CITY_SPENDING,
  CITY_SPENDING_TOTALS,
  DEPARTMENT_SPENDING,
  DEPARTMENT_TOTALS,
} from '#tests/fixtures/workbooks/town-tables.ts';

function totalsOf({ report }: ImportState, table = 0): Record<string, string> {
  return Object.fromEntries(
    (report.tables[table]?.yearColumns ?? []).map(({ column, total }) => [column, total]),
  );
}

function rolesOf({ tables }: ImportState, table = 0): string {
  return (tables[table]?.rows ?? []).map(({ row, role }) => `${row + 1} ${role}`).join(', ');
}

const idsOf = ({ report }: ImportState): string[] => report.findings.map(({ id }) => id);
const bold = (value: number | string): CellSpec => ({ value, bold: true });

describe("a city's spending with sums that carry no word for it", () => {
  const state = readSheets([sheetOf(CITY_SPENDING, { name: 'Spending' })], 'en-US');

  it('adds up the lines alone, to the dollar', () => {
    expect(totalsOf(state)).toEqual(CITY_SPENDING_TOTALS);
  });

  it('tells lines, subtotals and the total apart', () => {
    const [table] = state.report.tables;
    expect(table?.rows).toEqual({ data: 14, heading: 0, subtotal: 6, total: 1, memo: 0, note: 0 });
    expect(table?.range).toBe('B3:F31');
    expect(table?.headerRows).toEqual([3]);
  });

  it('names the currency by the number formats and the years by their labels', () => {
    const [table] = state.report.tables;
    expect(table).toMatchObject({ currency: 'USD', scale: '1' });
    expect(table?.yearColumns[0]).toEqual({
      column: 'C',
      header: 'FY 2013-14 Proposed',
      label: 'FY2014',
      start: '2013-07-01',
      end: '2014-06-30',
      measure: 'Proposed',
      total: '612630802',
    });
  });

  it('tells each figure of the wrong grand total with its cell, and no rounding as an error', () => {
    const wrong = state.report.findings.filter(({ id }) => id === 'total-differs');
    expect(wrong.map(({ cell }) => cell)).toEqual(['C31', 'D31', 'E31', 'F31']);
    expect(state.report.tables[0]?.statedTotals).toContainEqual({
      cell: 'E8',
      stated: '280900000',
      computed: '281000000',
      difference: '-100000',
    });
  });

  it('takes the table without help, with the groups as programmes', () => {
    expect(suggestChoices(state)).toMatchObject({
      title: 'City Spending',
      currency: 'USD',
      startMonth: 7,
      tables: [{ table: 0, measure: 'need', scale: '1', yearColumns: [0, 1, 2, 3] }],
    });
    const groups = new Set(
      state.tables[0]?.rows.filter(({ role }) => role === 'data').map(({ group }) => group),
    );
    expect([...groups]).toContain('Personnel - civilian');
  });
});

describe('departments to the right of the amounts and years two years apart', () => {
  const pivot = sheetOf(
    [
      ['Category', 'FY2013 Actual', 'FY2015 Budgeted'],
      ['Personal Services', 7_381_351, 8_679_260],
      ['Purchase of Services', 527_924, 497_450],
      ['Total', 7_909_275, 9_176_710],
    ],
    { name: 'Summary' },
  );
  const state = readSheets([sheetOf(DEPARTMENT_SPENDING, { name: 'Data' }), pivot], 'en-US');

  it('reads both years exactly and the department as the programme', () => {
    expect(totalsOf(state)).toEqual(DEPARTMENT_TOTALS);
    expect(state.tables[0]?.labels.map(({ column, field }) => [column, field])).toEqual([
      [0, 'title'],
      [3, 'programme'],
    ]);
  });

  it('never takes the year behind the gap unasked, and tells its total', () => {
    expect(suggestChoices(state)?.tables).toMatchObject([{ table: 0, yearColumns: [1] }]);
    expect(state.report.findings.find(({ id }) => id === 'years-not-taken')).toMatchObject({
      cell: 'B1',
      message: { values: { label: 'FY2013 Actual', total: '7909275' } },
    });
    expect(idsOf(state)).toContain('years-absent');
  });

  it('does not count a summary of the same figures a second time', () => {
    expect(state.report.tables).toHaveLength(2);
    expect(idsOf(state)).toContain('same-totals');
  });
});

describe('notations, scales and words of other countries', () => {
  it('reads a German programme in T€ with its point by the evidence of the columns', () => {
    const state = readRows(
      [
        ['Investitionsprogramm 2026–2028 (in T€)'],
        [],
        ['Nr.', 'Maßnahme', 'Ergebnis 2024', 'Ansatz 2025', 'VE', 'Planung 2026', 'Gesamt'],
        ['1', 'Kita', '1.250,5', '2.000', '1.000', '500', '3.750,5'],
        ['2', 'Radweg', '12.470', '23.575', '', '100', '36.145'],
        ['', 'Summe', '13.720,5', '25.575', '1.000', '600', '39.895,5'],
      ],
      'de-DE',
    );
    expect(totalsOf(state)).toEqual({ C: '13720500', D: '25575000', F: '600000' });
    expect(state.report.tables[0]).toMatchObject({ currency: 'EUR', scale: '1000' });
    expect(rolesOf(state)).toBe('4 data, 5 data, 6 total');
    expect(suggestChoices(state)?.startMonth).toBe(1);
  });

  it('reads a French programme with spaces between thousands and years before and after', () => {
    const state = readRows(
      [
        ['Programme pluriannuel — en milliers d’euros'],
        ['N° AP', 'Libellé', 'CP antérieurs', 'CP 2025', 'CP 2026', 'Au-delà'],
        ['01', 'Groupe scolaire', '100,5', '1 000 000,29', '500 000', '99,5'],
        ['02', 'Voirie', '0', '400', '400', ''],
        ['', 'Total', '100,5', '1 000 400,29', '500 400', '99,5'],
      ],
      'fr-FR',
    );
    expect(totalsOf(state)).toEqual({ C: '100500', D: '1000400290', E: '500400000', F: '99500' });
    expect(suggestChoices(state)?.tables[0]?.yearColumns).toEqual([0, 1, 2, 3]);
  });

  it('reads a Japanese plan in 千円 with triangles for negatives and 小計, 合計', () => {
    const state = readRows(
      [
        ['実施計画　事業費一覧', '', '', '', '（単位：千円）'],
        ['事業名', '担当課', 'R7', 'R8', 'R9', '計'],
        ['道路整備', '建設課', 12_000, 13_000, 14_000, 39_000],
        ['学校改修', '教育課', '△ 500', '1,500', 3_000, 4_000],
        ['小計', '', 11_500, 14_500, 17_000, 43_000],
        ['合計', '', 11_500, 14_500, 17_000, 43_000],
      ],
      'ja-JP',
    );
    expect(totalsOf(state)).toEqual({ C: '11500000', D: '14500000', E: '17000000' });
    expect(state.report.tables[0]?.yearColumns[0]).toMatchObject({ label: '2025年度', start: '2025-04-01' });
    expect(rolesOf(state)).toBe('3 data, 4 data, 5 subtotal, 6 total');
    expect(suggestChoices(state)?.currency).toBe('JPY');
  });

  it('reads a British programme in £000 and leaves what is no amount blank', () => {
    const state = readRows([
      ['Capital programme'],
      ['£000'],
      ['Directorate', 'Scheme', 'Rev/Cap', '2026/27', '2027/28', '2028/29', 'Total'],
      ['Housing', 'Retrofit', 'Capital', 1_200, 1_300, 'TBC', 2_500],
      ['Housing', 'New homes', 'Capital', 500, '0.062)', '-', 500],
      ['Housing Total', null, null, 1_700, 1_300, 0, 3_000],
      ['Roads', 'Bridge', 'Revenue', 100, 200, 400, 700],
      ['Roads Total', null, null, 100, 200, 400, 700],
      ['Grand Total', null, null, 1_800, 1_500, 400, 3_700],
    ]);
    expect(totalsOf(state)).toEqual({ D: '1800000', E: '1500000', F: '400000' });
    expect(rolesOf(state)).toBe('4 data, 5 data, 6 subtotal, 7 data, 8 subtotal, 9 total');
    const refused = state.report.findings.filter(({ id }) => id === 'cell-refused');
    expect(refused.map(({ cell, raw }) => [cell, raw])).toEqual([
      ['F4', 'TBC'],
      ['E5', '0.062)'],
    ]);
    expect(suggestChoices(state)?.title).toBe('Capital programme');
  });
});

describe('sums', () => {
  const lines = (house: (value: number | string) => CellSpec): CellSpec[][] => [
    ['Project', '2025/26', '2026/27'],
    ['A', 10, 20],
    ['B', 30, 40],
    [house('Housing'), house(40), house(60)],
    ['C', 5, 6],
    ['D', 7, 8],
    [house('Roads'), house(12), house(14)],
  ];

  it('are proven by a grand total even where figures are small and nothing is bold', () => {
    const state = readRows([...lines((value) => value), ['Total', 52, 74]]);
    expect(totalsOf(state)).toEqual({ B: '52', C: '74' });
    expect(suggestChoices(state)).not.toBeNull();
  });

  it('are proven by bold rows without any total', () => {
    expect(totalsOf(readRows(lines(bold)))).toEqual({ B: '52', C: '74' });
  });

  it('are asked about where neither style nor a total proves them', () => {
    const state = readRows(lines((value) => value));
    expect(idsOf(state)).toEqual(expect.arrayContaining(['asks', 'sum-suspected']));
    expect(suggestChoices(state)).toBeNull();
  });

  it('stand above their lines in some tables', () => {
    const state = readRows([
      ['', 'FY2026', 'FY2027'],
      [bold('Housing'), bold(3_000), bold(3_350)],
      ['Retrofit', 1_000, 1_100],
      ['Homes', 2_000, 2_250],
      [bold('Roads'), bold(700), bold(820)],
      ['Bridge', 300, 400],
      ['Street', 400, 420],
      [bold('Total'), bold(3_700), bold(4_170)],
    ]);
    expect(totalsOf(state)).toEqual({ B: '3700', C: '4170' });
    expect(rolesOf(state)).toBe('2 subtotal, 3 data, 4 data, 5 subtotal, 6 data, 7 data, 8 total');
  });

  it('leave out what they say is part of another line, in words or by figures', () => {
    const state = readRows([
      ['Line', '2025/26', '2026/27'],
      ['Staff', 1_000, 2_000],
      ['of which pensions', 100, 200],
      ['Goods', 300, 400],
      ['How much is committed?', 150, 250],
      ['Total', 1_300, 2_400],
    ]);
    expect(totalsOf(state)).toEqual({ B: '1300', C: '2400' });
    expect(rolesOf(state)).toBe('2 data, 3 memo, 4 data, 5 memo, 6 total');
  });

  it('are never assumed of lines that happen to repeat', () => {
    const state = readRows([
      ['Line', '2025/26', '2026/27'],
      ['A', 100, 200],
      ['A', 100, 200],
      ['B', 155, 260],
    ]);
    expect(totalsOf(state)).toEqual({ B: '355', C: '660' });
  });

  it('of spending and of its funding in one table are asked about', () => {
    const state = readRows([
      ['Capital', '2026/27', '2027/28'],
      ['Retrofit', 1_000, 1_100],
      ['Homes', 2_000, 2_250],
      ['Total expenditure', 3_000, 3_350],
      ['Financed by'],
      ['Grants', 2_500, 2_600],
      ['Borrowing', 500, 750],
      ['Total financing', 3_000, 3_350],
    ]);
    expect(idsOf(state)).toContain('sum-restated');
    expect(suggestChoices(state)).toBeNull();
  });

  it('do not make a school of all schools a total', () => {
    const state = readRows(
      [
        ['Maßnahme', '2026', '2027'],
        ['Gesamtschule Neubau', 100_000, 200_000],
        ['Kita', 5_000, 6_000],
      ],
      'de-DE',
    );
    expect(totalsOf(state)).toEqual({ B: '105000', C: '206000' });
  });
});

describe('columns', () => {
  it('of one year that state different measures are never added', () => {
    const state = readRows([
      ['Line', '2025 Budget', '2025 Revised', '2025 Actual', '2026 Budget', 'Variance', '% change'],
      ['A', 100, 110, 90, 120, -20, '-18%'],
      ['B', 200, 210, 190, 220, -20, '-9%'],
    ]);
    expect(suggestChoices(state)?.tables[0]?.yearColumns).toEqual([0, 3]);
    expect(idsOf(state)).toContain('several-measures');
    expect(state.tables[0]?.asides.map(({ kind }) => kind)).toEqual(['variance', 'share']);
  });

  it('of half-years give way to the total of the year', () => {
    const state = readRows([
      ['Line', 'Financial Year 2020/21 (£s)', null, null, 'Financial Year 2021/22 (£s)'],
      [null, 'H1 (Apr-Sep)', 'H2 (Oct-Mar)', 'Total', 'H1 (Apr-Sep)', 'H2 (Oct-Mar)', 'Total'],
      ['A', 22, 22, 44, 1, 2, 3],
      ['B', 1, 2, 3, 4, 5, 9],
    ]);
    expect(totalsOf(state)).toEqual({ D: '47', G: '12' });
    expect(state.report.tables[0]?.headerRows).toEqual([1, 2]);
  });

  it('that number themselves below the header are no figures', () => {
    const state = readRows([
      ['Line', '2025/26', '2026/27'],
      ['1', '2', '3'],
      ['A', 10, 20],
      ['B', 30, 40],
    ]);
    expect(totalsOf(state)).toEqual({ B: '40', C: '60' });
  });

  it('of start and end years among data are no header', () => {
    const state = readRows([
      ['Project', 'Start', 'End', '2026/27', '2027/28'],
      ['A', 2019, 2024, 100, 200],
      ['B', 2020, 2025, 300, 400],
    ]);
    expect(state.report.tables).toHaveLength(1);
    expect(totalsOf(state)).toEqual({ D: '400', E: '600' });
  });

  it('of a transition quarter stay out, with their total told', () => {
    const state = readRows(
      [
        ['Account', '1975', '1976', 'TQ', '1977'],
        ['A', 1, 2, 5, 3],
        ['B', 4, 5, 6, 7],
      ],
      'en-US',
    );
    expect(totalsOf(state)).toEqual({ B: '5', C: '7', E: '10' });
    expect(state.report.findings.find(({ id }) => id === 'transition')).toMatchObject({
      cell: 'D1',
      message: { values: { label: 'TQ', total: '11' } },
    });
  });

  it('with years that rows are measured in different units are asked about', () => {
    const state = readRows([
      ['Output', 'Unit of measurement', '2025/26', '2026/27'],
      ['Homes', 'number', 10, 20],
      ['Road', 'km', 3, 4],
    ]);
    expect(suggestChoices(state)).toBeNull();
    expect(idsOf(state)).toContain('units-column');
  });
});

describe('tables', () => {
  it('stacked on a sheet are told apart and taken together when their lines differ', () => {
    const state = readRows([
      ['Fund A'],
      ['Line', '2025/26', '2026/27'],
      ['A', 10, 20],
      ['B', 30, 40],
      ['Total', 40, 60],
      [],
      ['Fund B'],
      ['Line', '2025/26', '2026/27'],
      ['C', 10, 25],
      ['Total', 10, 25],
    ]);
    expect(state.report.tables.map(({ range }) => range)).toEqual(['A2:C5', 'A8:C10']);
    expect(totalsOf(state, 1)).toEqual({ B: '10', C: '25' });
  });

  it('side by side are told apart', () => {
    const state = readRows([
      ['Line', '2025/26', '2026/27', null, 'Line', '2025/26', '2026/27'],
      ['A', 10, 20, null, 'C', 1, 2],
      ['B', 30, 40, null, 'D', 3, 4],
    ]);
    expect(state.report.tables.map(({ range }) => range)).toEqual(['A1:C3', 'E1:G3']);
    expect(suggestChoices(state)?.tables).toHaveLength(1);
    expect(idsOf(state)).toContain('other-tables');
  });

  it('are not found in a sheet without years, which is told', () => {
    const state = readRows([
      ['Name', 'Amount'],
      ['A', 1],
      ['B', 2],
    ]);
    expect(state.report).toMatchObject({
      tables: [],
      plan: null,
      findings: [{ id: 'no-table', severity: 'error' }],
    });
    expect(suggestChoices(state)).toBeNull();
  });

  it('with error values and formulas without results leave those cells blank and ask', () => {
    const state = readRows([
      ['Line', '2025/26', '2026/27'],
      ['A', 100, { kind: 'error', value: '#DIV/0!' }],
      ['B', { formula: 'A1', isComputed: false }, 200],
    ]);
    expect(totalsOf(state)).toEqual({ B: '100', C: '200' });
    const reasons = state.report.findings
      .filter(({ id }) => id === 'cell-refused')
      .map(({ message }) => message.values);
    expect(reasons).toEqual([
      { raw: '#DIV/0!', reason: 'error-value' },
      { raw: '', reason: 'not-computed' },
    ]);
  });
});

it('states the start of the fiscal year as an assumption unless the file says it', () => {
  expect(idsOf(readRows(DEPARTMENT_SPENDING))).toContain('start-month-assumed');
  const stated = readRows([
    ['Budget, fiscal year ending June 30'],
    ['Line', 'FY2026', 'FY2027'],
    ['A', 1, 2],
    ['B', 3, 4],
  ]);
  expect(idsOf(stated)).toContain('start-month-stated');
  expect(stated.report.tables[0]?.yearColumns[0]).toMatchObject({ start: '2025-07-01', end: '2026-06-30' });
});

describe('a bucket whose heading names a year', () => {
  it('tells the years between the columns and the bucket', () => {
    const state = readRows([
      ['Scheme (£)', 'Before 2020/21', '2020/21', '2021/22', 'Beyond 25/26'],
      ['Streets', 1, 2, 3, 4],
      ['Schools', 5, 6, 7, 8],
    ]);
    expect(state.report.findings.find(({ id }) => id === 'years-absent')?.message).toEqual({
      id: 'import.years-absent',
      values: { years: ['2022/23', '2023/24', '2024/25', '2025/26'] },
    });
  });

  it('tells nothing where the bucket follows on', () => {
    const state = readRows([
      ['Scheme (£)', 'Before 2020/21', '2020/21', '2021/22', 'Beyond 21/22'],
      ['Streets', 1, 2, 3, 4],
      ['Schools', 5, 6, 7, 8],
    ]);
    expect(idsOf(state)).not.toContain('years-absent');
  });
});
