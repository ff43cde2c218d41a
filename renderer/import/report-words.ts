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

/** Stated totals of the taken tables, those that differ first; `sheet` is where their cells are. */
export type Reconciliation = {
  readonly totals: readonly (StatedTotalReport & { readonly sheet: string })[];
  readonly differing: number;
};

/** What the taken tables state against what their lines add up to. */
export function reconcile(tables: readonly TableReport[]): Reconciliation {
  const all = tables.flatMap(({ sheet, statedTotals }) => statedTotals.map((total) => ({ ...total, sheet })));
  const differing = all.filter(({ difference }) => !isZero(difference));
  const agreeing = all.filter(({ difference }) => isZero(difference));
  return { totals: [...differing, ...agreeing], differing: differing.length };
}

/** Whether a decimal text is zero, however many digits it has. */
export function isZero(decimalText: string): boolean {
  return /^-?0*(?:\.0*)?$/.test(decimalText);
}
