import { describe, expect, test } from 'vitest';
import {
  initialDraft,
  isChanged,
  toChoices,
  withRowRole,
  withTable,
  withYearToggled,
} from '#renderer/import/import-draft.ts';
import type { ImportChoices } from '#shared/api/api.ts';
import type { ImportReport, TableReport, YearColumn } from '#shared/api/import-report.ts';

const year = (column: string, start: string, measure: string): YearColumn => ({
  column,
  header: start,
  label: start,
  start: `${start}-07-01`,
  end: `${Number(start) + 1}-06-30`,
  measure,
  total: '10',
});

const table: TableReport = {
  sheet: 'Budget',
  range: 'A1:E9',
  block: null,
  orientation: 'columns',
  headerRows: [1],
  measure: 'Adopted',
  currency: 'USD',
  scale: '1000',
  confidence: '0.95',
  yearColumns: [year('B', '2024', 'Actual'), year('C', '2024', 'Adopted'), year('D', '2025', 'Actual')],
  rows: { data: 3, heading: 0, subtotal: 0, total: 1, memo: 0, note: 0 },
  statedTotals: [],
};

const report: ImportReport = {
  file: 'budget.xlsx',
  sha256: '',
  sheets: [{ name: 'Budget', hidden: false, rows: 9, columns: 5 }],
  tables: [table, { ...table, range: 'A20:E30', measure: 'award' }],
  findings: [],
  plan: null,
};

const suggested: ImportChoices = {
  tables: [{ table: 1, measure: 'award', scale: '1', yearColumns: [1, 2], rowRoles: { '4': 'note' } }],
  title: 'Budget',
  currency: 'USD',
  locale: 'en-US',
  startMonth: 7,
  confirmGaps: false,
};

const defaults = { title: 'budget', currency: 'GBP', locale: 'en-GB', startMonth: 4 };

describe('the draft of an import', () => {
  test('gives back exactly what was suggested while nothing is changed', () => {
    const draft = initialDraft(report, suggested, defaults);
    expect(toChoices(draft)).toEqual(suggested);
    expect(isChanged(draft, initialDraft(report, suggested, defaults))).toBe(false);
  });

  test('takes nothing without a suggestion, but knows what each table seems to be', () => {
    const draft = initialDraft(report, null, defaults);
    expect(toChoices(draft)).toEqual({ ...defaults, currency: 'USD', confirmGaps: false, tables: [] });
    expect(draft.tables.map(({ measure, scale }) => [measure, scale])).toEqual([
      ['need', '1000'],
      ['award', '1000'],
    ]);
  });

  test('takes one column for a year that has several: that of the table’s own measure', () => {
    expect(initialDraft(report, null, defaults).tables[0]?.yearColumns).toEqual([1, 2]);
  });

  test('keeps what a table was set to while it is left out', () => {
    const draft = initialDraft(report, suggested, defaults);
    const without = withTable(draft, 1, { isTaken: false });
    expect(toChoices(without).tables).toEqual([]);
    expect(toChoices(withTable(without, 1, { isTaken: true }))).toEqual(suggested);
  });

  test('takes years out and in again in the order of the columns', () => {
    const draft = initialDraft(report, suggested, defaults);
    const fewer = withYearToggled(draft, 1, 1);
    expect(fewer.tables[1]?.yearColumns).toEqual([2]);
    expect(withYearToggled(fewer, 1, 1).tables[1]?.yearColumns).toEqual([1, 2]);
  });

  test('keeps a row’s role by its number as the spreadsheet shows it, and forgets it when it is as read', () => {
    const draft = initialDraft(report, suggested, defaults);
    const changed = withRowRole(draft, 1, { row: 6, role: 'memo', read: 'data' });
    expect(changed.tables[1]?.rowRoles).toEqual({ '4': 'note', '7': 'memo' });
    expect(isChanged(draft, changed)).toBe(true);
    const back = withRowRole(changed, 1, { row: 6, role: 'data', read: 'data' });
    expect(isChanged(draft, back)).toBe(false);
  });
});
