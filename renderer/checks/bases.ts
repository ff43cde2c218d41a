import type { Say } from '#renderer/app/texts.ts';
import type { CheckResult } from '#shared/criteria/result.ts';
import { thresholdMessage } from '#shared/criteria/threshold-message.ts';

/** Thresholds in words that stand on one basis. */
export type Basis = { readonly basis: string; readonly thresholds: readonly string[] };

/** The thresholds of a result in words, those of one basis together, in the order of the check. */
export function basesOf(
  { id, thresholds }: Pick<CheckResult, 'id' | 'thresholds'>,
  say: Say,
): readonly Basis[] {
  const bases = new Map<string, string[]>();
  for (const threshold of thresholds) {
    const basis = say(threshold.basis);
    bases.set(basis, [...(bases.get(basis) ?? []), say(thresholdMessage(id, threshold))]);
  }
  return [...bases].map(([basis, written]) => ({
    basis,
    thresholds: written.map((text, index) => (index === 0 ? capitalised(text) : text)),
  }));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
