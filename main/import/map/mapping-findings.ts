import { finding } from '#main/import/detect/findings.ts';
import { toTotalText } from '#main/import/detect/fixed-point.ts';
import type { ImportTable } from '#main/import/detect/import-table.ts';
import type { ImportSheet } from '#main/import/import-state.ts';
import { ROUNDING_DECIMALS, addRounding } from '#main/import/reconcile/rounding.ts';
import type { Rounding } from '#main/import/reconcile/rounding.ts';
import type { ImportMeasure } from '#shared/api/api.ts';
import type { Finding } from '#shared/api/import-report.ts';
import type { LineKind } from '#shared/plan/line.ts';
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
  const kinds = taken.flatMap(({ table, sheet, measure }) =>
    measure === 'award' ? [] : kindsOf(table, sheet),
  );
  if (kinds.includes(null)) {
    const capital = kinds.filter((kind) => kind === 'capital').length;
    findings.push(finding('info', { id: 'import.kind-assumed', values: { capital } }));
  }
  return findings;
}

/** The kind of each line of a table as the file says it, null where it says nothing. */
function kindsOf(table: ImportTable, sheet: ImportSheet): (LineKind | null)[] {
  return table.rows.filter((row) => row.role === 'data').map((row) => readLineLabels(sheet, table, row).kind);
}
