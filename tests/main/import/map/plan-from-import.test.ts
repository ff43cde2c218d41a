import { describe, expect, it } from 'vitest';
import {
  editFromImport,
  planFromImport,
  previewImport,
  suggestChoices,
} from '#main/import/import-service.ts';
import type { ImportState } from '#main/import/import-service.ts';
import type { ImportChoices } from '#shared/api/api.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { originOfEdit, readOrigin } from '#shared/plan/origin.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { readRows, readSheets } from '#tests/fixtures/workbooks/read-sheets.ts';
import { sheetOf } from '#tests/fixtures/workbooks/sheet-of.ts';
import { CITY_SPENDING, DEPARTMENT_SPENDING } from '#tests/fixtures/workbooks/town-tables.ts';

const GIVEN = { id: 'plan-1', today: '2026-11-22' };
const PROGRAMME = [
  ['Capital programme £000'],
  ['Code', 'Scheme', 'Directorate', '2026/27', '2027/28', 'Later years'],
  ['H-01', 'Retrofit', 'Housing', 1_200.5, 'TBC', 300],
  ['H-02', 'Retrofit', 'Housing', null, 0, '-'],
  ['R-01', 'Bridge', 'Roads', 100.0005, 200, null],
] as const;

function choicesOf(state: ImportState): ImportChoices {
  const choices = suggestChoices(state);
  if (choices === null) throw new Error('Nothing is suggested');
  return choices;
}

function imported(
  state: ImportState,
  choices = choicesOf(state),
): { plan: Plan; edit: Edit & { kind: 'import' } } {
  const made = planFromImport(state, choices, GIVEN);
  if (!made.ok || made.edit.kind !== 'import') throw new Error('The import was refused');
  const applied = applyEdit(made.plan, made.edit, { origin: originOfEdit(1) });
  if (!applied.ok) throw new Error(`The plan refused it: ${applied.refusal.id}`);
  return { plan: applied.plan, edit: made.edit };
}

const needsOf = (plan: Plan) => plan.lines.rows.map(({ title, need }) => [title, ...need.minor]);

describe('a new plan of an import', () => {
  const { plan, edit } = imported(readRows(PROGRAMME));

  it('has the calendar, years and buckets of the file', () => {
    expect(plan).toMatchObject({
      id: 'plan-1',
      title: 'Capital programme',
      currency: 'GBP',
      asOf: '2026-11-22',
      calendar: { startMonth: 4, naming: 'both' },
      axis: { periods: ['2026', '2027', 'later'] },
    });
  });

  it('has one line for each row, exact to the penny, blank where the file has no amount', () => {
    expect(needsOf(plan)).toEqual([
      ['Retrofit', 120_050_000n, null, 30_000_000n],
      ['Retrofit', null, 0n, 0n],
      ['Bridge', 10_000_050n, 20_000_000n, null],
    ]);
    expect(plan.lines.rows.map(({ id, code, programme, kind }) => [id, code, programme, kind])).toEqual([
      ['l1', 'H-01', 'Housing', 'capital'],
      ['l2', 'H-02', 'Housing', 'capital'],
      ['l3', 'R-01', 'Roads', 'capital'],
    ]);
  });

  it('traces every amount to its cell, raw text and rule', () => {
    const origins = plan.lines.rows.map(({ need }) => need.origin.map((origin) => readOrigin(origin).offset));
    expect(origins).toEqual([
      [1, 0, 2],
      [0, 3, 4],
      [5, 6, 0],
    ]);
    expect(edit.cells[0]).toEqual({ sheet: 'Sheet1', cell: 'D3', raw: '1200.5', rule: 'number * 1000' });
    expect(edit.cells[3]).toEqual({ sheet: 'Sheet1', cell: 'F4', raw: '-', rule: 'nil * 1000' });
    expect(edit.file).toEqual({ name: 'Plan.xlsx', sha256: 'a'.repeat(64) });
  });

  it('gives the same plan for the same file', () => {
    expect(imported(readRows(PROGRAMME))).toEqual({ plan, edit });
  });
});

describe("a city's spending", () => {
  const state = readSheets([sheetOf(CITY_SPENDING)], 'en-US');

  it('becomes lines whose totals are those of the sheet', () => {
    const { plan } = imported(state);
    const sum = (year: number) =>
      plan.lines.rows.reduce((all, { need }) => all + (need.minor[year] ?? 0n), 0n);
    expect([0, 1, 2, 3].map(sum)).toEqual([
      61_263_080_200n,
      61_395_006_900n,
      69_020_000_000n,
      70_170_000_000n,
    ]);
    expect(plan.lines.rows).toHaveLength(14);
    expect(
      plan.lines.rows.filter(({ title }) => title === 'Other').map(({ programme }) => programme),
    ).toEqual(['Operations and maintenance', 'Debt service, transfers, other']);
  });

  it('previews what it will bring', () => {
    expect(previewImport(state, choicesOf(state))).toMatchObject({
      lines: 14,
      currency: 'USD',
      total: '2618480871.00',
      years: [
        { year: '2013', label: 'FY2014', total: '612630802.00' },
        { year: '2014', total: '613950069.00' },
        { year: '2015', total: '690200000.00' },
        { year: '2016', total: '701700000.00' },
      ],
    });
    expect(state.report.plan).toEqual({ lines: 14, sources: 0, years: 4 });
  });

  it('follows roles and scale changed by hand', () => {
    const choices = choicesOf(state);
    const tables = choices.tables.map((table) => ({
      ...table,
      scale: '1000',
      rowRoles: { '5': 'memo' as const },
    }));
    const preview = previewImport(state, { ...choices, tables });
    expect(preview.lines).toBe(13);
    expect(preview.years[0]?.total).toBe('442403906000.00');
    expect(preview.report.tables[0]).toMatchObject({ scale: '1000', rows: { data: 13, memo: 1 } });
  });
});

describe('years with a gap', () => {
  const state = readSheets([sheetOf(DEPARTMENT_SPENDING)], 'en-US');
  const choices = choicesOf(state);
  const both = { ...choices, tables: choices.tables.map((table) => ({ ...table, yearColumns: [0, 1] })) };

  it('are refused until the gap is confirmed', () => {
    expect(planFromImport(state, both, GIVEN)).toEqual({
      ok: false,
      problem: { id: 'import.years-with-gap', values: { years: ['FY2014'] } },
    });
    const preview = previewImport(state, both);
    expect(preview.lines).toBe(0);
    expect(preview.report.findings[0]).toMatchObject({ id: 'years-with-gap', severity: 'error' });
  });

  it('leave the years between blank, never zero', () => {
    const { plan } = imported(state, { ...both, confirmGaps: true });
    expect(plan.axis.years).toEqual(['2012', '2013', '2014']);
    expect(plan.lines.rows[0]?.need.minor).toEqual([22_014_300n, null, 23_471_900n]);
  });
});

it('rounds figures finer than the currency, half away from zero, and sums what that moved', () => {
  const state = readRows([
    ['Line £', '2025/26', '2026/27'],
    ['A', 100.005, -0.125],
    ['B', 0.333, 200.1],
  ]);
  const { plan, edit } = imported(state);
  expect(needsOf(plan)).toEqual([
    ['A', 10_001n, -13n],
    ['B', 33n, 20_010n],
  ]);
  expect(edit.cells[0]?.rule).toBe('number, rounded');
  expect(state.report.findings.find(({ id }) => id === 'rounded')?.message).toEqual({
    id: 'import.rounded',
    values: { count: 3, moved: '-0.003' },
  });
});

describe('amounts that are not needs', () => {
  const rows = [
    ['Scheme', 'Funding source', '2026/27', '2027/28'],
    ['Homes', 'Grant', 100, 200],
    ['Homes', 'Loan', 50, null],
    ['Homes', 'Grant', 1, 2],
    ['Bridge', 'Grant', 5, 6],
  ];
  const as = (measure: 'allocation' | 'award' | 'actual') => {
    const state = readRows(rows);
    const choices = choicesOf(state);
    const chosen = { ...choices, tables: choices.tables.map((table) => ({ ...table, measure })) };
    return { ...imported(state, chosen), preview: previewImport(state, chosen) };
  };

  it('become allocations of a line from a source, a repeated pair a line of its own', () => {
    const { plan, preview } = as('allocation');
    expect(plan.lines.rows.map(({ title }) => title)).toEqual(['Homes', 'Homes', 'Bridge']);
    expect(plan.sources.rows.map(({ name }) => name)).toEqual(['Grant', 'Loan']);
    expect(
      plan.allocations.rows.map(({ line, source, amounts }) => [line, source, ...amounts.minor]),
    ).toEqual([
      ['l1', 's1', 10_000n, 20_000n],
      ['l1', 's2', 5_000n, null],
      ['l2', 's1', 100n, 200n],
      ['l3', 's1', 500n, 600n],
    ]);
    expect(preview.report.plan).toEqual({ lines: 3, sources: 2, years: 2 });
  });

  it('become awards of sources', () => {
    const { plan } = as('award');
    expect(plan.lines.rows).toEqual([]);
    expect(plan.sources.rows.map(({ name, award }) => [name, ...award.minor])[0]).toEqual([
      'Homes',
      10_000n,
      20_000n,
    ]);
  });

  it('become actual spend', () => {
    expect(as('actual').plan.lines.rows[3]?.actual.minor).toEqual([500n, 600n]);
  });
});

describe('an import into a plan that is there', () => {
  const first = imported(readRows(PROGRAMME)).plan;

  it('adds lines behind the others with ids of their own and lets the years grow', () => {
    const state = readRows([
      ['Line £', '2028/29', '2029/30'],
      ['C', 1, 2],
      ['D', 3, 4],
    ]);
    const made = editFromImport(state, choicesOf(state), first);
    if (!made.ok) throw new Error(made.problem.id);
    const applied = applyEdit(first, made.edit, { origin: originOfEdit(2) });
    if (!applied.ok) throw new Error(applied.refusal.id);
    expect(applied.plan.axis.periods).toEqual(['2026', '2027', '2028', '2029', 'later']);
    expect(applied.plan.lines.rows.map(({ id }) => id)).toEqual(['l1', 'l2', 'l3', 'l4', 'l5']);
    expect(applied.plan.lines.rows[3]?.need.minor).toEqual([null, null, 100n, 200n, null]);
  });

  it('is refused in another currency or calendar', () => {
    const dollars = readRows(
      [
        ['Line $', '2026/27', '2027/28'],
        ['A', 1, 2],
        ['B', 3, 4],
      ],
      'en-US',
    );
    expect(editFromImport(dollars, choicesOf(dollars), first)).toMatchObject({
      ok: false,
      problem: { id: 'import.currency-differs' },
    });
    const pounds = { ...choicesOf(dollars), currency: 'GBP' };
    expect(editFromImport(dollars, pounds, first)).toMatchObject({
      ok: false,
      problem: { id: 'import.calendar-differs' },
    });
  });
});

it.each([
  ['import.nothing-chosen', (choices: ImportChoices) => ({ ...choices, tables: [] })],
  ['import.unknown-currency', (choices: ImportChoices) => ({ ...choices, currency: 'XXX' })],
  ['import.unknown-table', (choices: ImportChoices) => withTable(choices, { table: 7 })],
  ['import.unknown-table', (choices: ImportChoices) => withTable(choices, { yearColumns: [9] })],
  ['import.year-twice', (choices: ImportChoices) => withTable(choices, { yearColumns: [0, 0] })],
  ['import.bad-scale', (choices: ImportChoices) => withTable(choices, { scale: '0.5' })],
  ['import.amount-too-large', (choices: ImportChoices) => withTable(choices, { scale: '1000000000000' })],
])('says %s of choices that cannot be carried out', (id, change) => {
  const state = readRows(PROGRAMME);
  expect(planFromImport(state, change(choicesOf(state)), GIVEN)).toMatchObject({
    ok: false,
    problem: { id },
  });
});

function withTable(choices: ImportChoices, changes: Partial<ImportChoices['tables'][number]>): ImportChoices {
  return { ...choices, tables: choices.tables.map((table) => ({ ...table, ...changes })) };
}
