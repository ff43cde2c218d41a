import { finding } from '#main/import/detect/findings.ts';
import { toTotalText } from '#main/import/detect/fixed-point.ts';
import type { ImportTable } from '#main/import/detect/import-table.ts';
import type { ImportSheet } from '#main/import/import-state.ts';
import { ROUNDING_DECIMALS, addRounding } from '#main/import/reconcile/rounding.ts';
import type { Rounding } from '#main/import/reconcile/rounding.ts';
import type { ImportMeasure } from '#shared/api/api.ts';
import type { Finding } from '#shared/api/import-report.ts';
import { readLineLabels } from './line-labels.ts';

/** A table that is taken, and what rounding moves in its columns that are. */
type TakenTable = {
  readonly table: ImportTable;
  readonly sheet: ImportSheet;
  readonly measure: ImportMeasure;
  readonly rounding: Rounding;
};

/** Findings on what the choices make of the figures: one on all that was rounded, one on lines of an assumed kind. */
export function mappingFindings(taken: readonly TakenTable[]): Finding[] {
  const findings: Finding[] = [];
  const { count, moved } = addRounding(taken.map(({ rounding }) => rounding));
  if (count > 0) {
    const text = toTotalText(moved, ROUNDING_DECIMALS);
    findings.push(finding('info', { id: 'import.rounded', values: { count, moved: text } }));
  }
  if (taken.some(({ table, sheet, measure }) => measure !== 'award' && hasAssumedKind(table, sheet))) {
    findings.push(finding('info', { id: 'import.kind-assumed', values: { kind: 'revenue' } }));
  }
  return findings;
}

function hasAssumedKind(table: ImportTable, sheet: ImportSheet): boolean {
  return table.rows.some((row) => row.role === 'data' && readLineLabels(sheet, table, row).kind === null);
}
