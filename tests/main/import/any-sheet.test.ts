import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFromImport, previewImport, suggestChoices } from '#main/import/import-service.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { readRows } from '#tests/fixtures/workbooks/read-sheets.ts';
import type { CellSpec } from '#tests/fixtures/workbooks/sheet-of.ts';

const header = fc.constantFrom<CellSpec>(
  '2025/26',
  '2026/27',
  'FY2026',
  'FY26 Actual',
  '2025',
  2025,
  2026,
  2027,
  'Before 2025',
  'Later years',
  'Total',
  'TQ',
  'H1',
  'H2 (Oct-Mar)',
  'Scheme',
  '% change',
  '令和7年度',
  'Ansatz 2026',
  '£000',
  'R8',
  null,
);
const body = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -5_000, max: 90_000 }) },
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<CellSpec>(
      'Total',
      'Subtotal',
      'of which',
      'Housing',
      '1.234,5',
      '1,234.5',
      '(12)',
      '-',
      'TBC',
      '12.345',
      '0.062)',
      2025,
      { kind: 'error', value: '#REF!' },
      { formula: 'A1', isComputed: false },
      { value: 0.05, format: '0%' },
      { value: 1e300 },
      { value: 12.345 },
      { kind: 'date', value: '46113' },
      { value: 40, bold: true },
    ),
  },
);
const sheet = fc
  .tuple(
    fc.array(fc.array(header, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.array(body, { minLength: 1, maxLength: 7 }), { maxLength: 14 }),
    fc.array(fc.array(fc.oneof(header, body), { maxLength: 7 }), { maxLength: 6 }),
  )
  .map(([top, middle, bottom]) => [...top, ...middle, ...bottom]);
const locale = fc.constantFrom('en-GB', 'en-US', 'de-DE', 'fr-FR', 'ja-JP');

describe('whatever a sheet holds', () => {
  it('is answered, and what is suggested makes a plan with the totals of its preview', () => {
    fc.assert(
      fc.property(sheet, locale, (rows, where) => {
        const state = readRows(rows, where);
        const choices = suggestChoices(state);
        if (choices === null) return;
        const preview = previewImport(state, choices);
        const made = planFromImport(state, choices, { id: 'p', today: '2026-11-22' });
        if (!made.ok) {
          // The one thing that a suggestion may run into is a figure too large for any plan.
          expect(made.problem.id).toBe('import.amount-too-large');
          return;
        }
        const applied = applyEdit(made.plan, made.edit, { origin: originOfEdit(1) });
        if (!applied.ok) throw new Error(applied.refusal.id);
        expect(applied.plan.lines.rows).toHaveLength(preview.lines);
        expect(state.report.plan).toEqual(preview.report.plan);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read alike each time, every row with one role', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const state = readRows(rows);
        expect(readRows(rows).report).toEqual(state.report);
        for (const { rows: found } of state.tables) {
          expect(new Set(found.map(({ row }) => row)).size).toBe(found.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
