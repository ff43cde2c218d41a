import { z } from 'zod';
import { currency, decimal, locale, period } from '../../plan/schema/atoms.ts';
import { ROW_ROLES } from '../import-report.ts';
import { message } from './message-schema.ts';

const text = z.string();
const count = z.int().nonnegative();
const role = z.enum(ROW_ROLES);
const measure = z.enum(['need', 'allocation', 'award', 'actual']);

const table = z.strictObject({
  sheet: text,
  range: text,
  block: text.nullable(),
  orientation: z.enum(['columns', 'rows']),
  headerRows: z.array(count),
  measure: text,
  currency: text.nullable(),
  scale: text,
  confidence: text,
  yearColumns: z.array(
    z.strictObject({
      column: text,
      header: text,
      label: text,
      start: text,
      end: text,
      measure: text,
      total: text,
    }),
  ),
  rows: z.strictObject({
    data: count,
    heading: count,
    subtotal: count,
    total: count,
    memo: count,
    note: count,
  }),
  statedTotals: z.array(z.strictObject({ cell: text, stated: text, computed: text, difference: text })),
});

const report = z.strictObject({
  file: text,
  sha256: text,
  sheets: z.array(z.strictObject({ name: text, hidden: z.boolean(), rows: count, columns: count })),
  tables: z.array(table),
  findings: z.array(
    z.strictObject({
      id: text,
      severity: z.enum(['error', 'warning', 'info']),
      sheet: text.nullable(),
      cell: text.nullable(),
      raw: text.nullable(),
      message,
    }),
  ),
  plan: z.strictObject({ lines: count, sources: count, years: count }).nullable(),
});

/** The schemas of taking a spreadsheet in. */
export const importChoices = z.strictObject({
  tables: z.array(
    z.strictObject({
      table: count,
      measure,
      scale: decimal,
      yearColumns: z.array(count),
      rowRoles: z.record(z.string().regex(/^[1-9]\d{0,6}$/), role),
    }),
  ),
  title: z.string().max(500),
  currency,
  locale,
  startMonth: z.int().min(1).max(12),
  confirmGaps: z.boolean(),
});

export const importOpened = z.strictObject({
  handle: text,
  report,
  suggested: importChoices.nullable(),
});

export const sheetCells = z.strictObject({
  firstRow: count,
  rows: count,
  columns: count,
  cells: z.array(z.strictObject({ row: count, column: count, text, number: z.boolean() })),
  roles: z.array(z.strictObject({ row: count, role: z.enum([...ROW_ROLES, 'header']), table: count })),
});

export const importPreview = z.strictObject({
  lines: count,
  years: z.array(z.strictObject({ year: period, label: text, total: text })),
  total: text,
  currency: text,
  report,
});
