import type { Finding, FindingSeverity, StatedTotalReport, TableReport } from '#shared/api/import-report.ts';

export type Confidence = 'high' | 'fair' | 'low';

/** Tables below this are taken only when a person chooses them. */
const FAIR = 0.7;
const HIGH = 0.9;

/** How sure the reading of a table is, for a word. */
export function confidenceOf({ confidence }: Pick<TableReport, 'confidence'>): Confidence {
  const share = Number(confidence);
  if (share >= HIGH) return 'high';
  return share >= FAIR ? 'fair' : 'low';
}

const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly FindingSeverity[];

export type FindingGroup = { readonly severity: FindingSeverity; readonly findings: readonly Finding[] };

/** Findings by severity, gravest first, each group in the order of the file. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  return SEVERITIES.map((severity) => ({
    severity,
    findings: findings.filter((finding) => finding.severity === severity),
  })).filter((group) => group.findings.length > 0);
}

/** A stated total with the sheet that its cell is on. */
export type LocatedTotal = StatedTotalReport & { readonly sheet: string };

export type Reconciliation = {
  readonly differing: readonly LocatedTotal[];
  readonly agreeing: readonly LocatedTotal[];
};

/** What the taken tables state against what their lines add up to. */
export function reconcile(tables: readonly TableReport[]): Reconciliation {
  const all = tables.flatMap(({ sheet, statedTotals }) => statedTotals.map((total) => ({ ...total, sheet })));
  return {
    differing: all.filter(({ difference }) => !isZero(difference)),
    agreeing: all.filter(({ difference }) => isZero(difference)),
  };
}

/** Findings on the sheets that something is taken from, and on the file; and those on other sheets. All are near while nothing is taken. */
export function splitFindings(
  findings: readonly Finding[],
  takenSheets: ReadonlySet<string>,
): { readonly near: readonly Finding[]; readonly far: readonly Finding[] } {
  const isNear = ({ sheet }: Finding) => sheet === null || takenSheets.size === 0 || takenSheets.has(sheet);
  return { near: findings.filter(isNear), far: findings.filter((finding) => !isNear(finding)) };
}

/** Whether a decimal text is zero, however many digits it has. */
export function isZero(decimalText: string): boolean {
  return /^-?0*(?:\.0*)?$/.test(decimalText);
}
