import type { CheckResult, Criterion } from '#shared/criteria/result.ts';

/** The three criteria at the centre come first, then what must hold for any plan, then the other success factors. */
const ORDER = [
  'scale',
  'longevity',
  'responsiveness',
  'precondition',
  'other',
] as const satisfies readonly Criterion[];

export type Family = { readonly criterion: Criterion; readonly results: readonly CheckResult[] };

/** Results by criterion, each family in the order of the catalogue; families without a check are left out. */
export function toFamilies(results: readonly CheckResult[]): readonly Family[] {
  return ORDER.map((criterion) => ({
    criterion,
    results: results.filter((result) => result.criterion === criterion),
  })).filter(({ results: members }) => members.length > 0);
}
