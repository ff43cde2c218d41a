import type { Minor } from '../money/amount.ts';
import { joinedPile, NO_EVIDENCE, type EvidencePile, type FilledPile } from './evidence.ts';
import type { FrameYear } from './frame.ts';
import { larger, type Sums } from './sums.ts';

/**
 * Pieces of evidence of many lines and years of which one year is asked for in the end, not yet known which. Amounts are
 * by plan year; 0 is no piece.
 */
export type YearEvidence =
  | { readonly kind: 'empty' }
  | { readonly kind: 'line'; readonly line: string; readonly tops: Sums }
  | {
      readonly kind: 'joined';
      readonly tops: Sums;
      readonly counts: readonly number[];
      readonly left: YearEvidence;
      readonly right: YearEvidence;
      /** The year that was last asked for: the next version of a plan usually asks for the same. */
      readonly asked: { index: number; pile: FilledPile | null };
    };

export const NO_YEAR_EVIDENCE: YearEvidence = { kind: 'empty' };

/** The evidence of one line; amounts that are not positive are no pieces. */
export function yearEvidenceOf(
  line: string,
  years: readonly FrameYear[],
  amountAt: (year: FrameYear) => Minor,
): YearEvidence {
  const tops = years.map((year) => larger(0n, amountAt(year)));
  return tops.some((amount) => amount > 0n) ? { kind: 'line', line, tops } : NO_YEAR_EVIDENCE;
}

/** Joins two; the lines of the first come before those of the second. */
export function joinYearEvidence(a: YearEvidence, b: YearEvidence): YearEvidence {
  if (a.kind === 'empty') return b;
  if (b.kind === 'empty') return a;
  const tops: Minor[] = [];
  const counts: number[] = [];
  for (let index = 0; index < a.tops.length; index += 1) {
    tops.push(larger(a.tops[index] ?? 0n, b.tops[index] ?? 0n));
    counts.push(countOf(a, index) + countOf(b, index));
  }
  return { kind: 'joined', tops, counts, left: a, right: b, asked: { index: -1, pile: null } };
}

/** The pieces of one plan year. */
export function evidenceOfYear(evidence: YearEvidence, index: number, year: FrameYear): EvidencePile {
  const count = countOf(evidence, index);
  if (evidence.kind === 'empty' || count === 0) return NO_EVIDENCE;
  const top = evidence.tops[index] ?? 0n;
  if (evidence.kind === 'line') {
    const { line } = evidence;
    return { kind: 'row', count, top, pieces: () => [{ line, source: null, period: year.id, minor: top }] };
  }
  const { left, right, asked } = evidence;
  if (countOf(left, index) === 0) return evidenceOfYear(right, index, year);
  if (countOf(right, index) === 0) return evidenceOfYear(left, index, year);
  if (asked.index !== index || asked.pile === null) {
    const sides = () => [filled(left, index, year), filled(right, index, year)] as const;
    asked.index = index;
    asked.pile = joinedPile(count, top, sides);
  }
  return asked.pile;
}

function filled(evidence: YearEvidence, index: number, year: FrameYear): FilledPile {
  const pile = evidenceOfYear(evidence, index, year);
  if (pile.kind === 'empty') throw new RangeError(`No evidence in ${year.id}`);
  return pile;
}

function countOf(evidence: YearEvidence, index: number): number {
  switch (evidence.kind) {
    case 'empty':
      return 0;
    case 'line':
      return evidence.tops[index] === 0n ? 0 : 1;
    case 'joined':
      return evidence.counts[index] ?? 0;
  }
}
