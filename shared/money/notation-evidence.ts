import { toHalfWidth } from './half-width.ts';
import { GROUP_APOSTROPHES, GROUP_SPACES } from './number-notation.ts';
import type { NumberNotation } from './number-notation.ts';
import { readDigits } from './grouped-number.ts';

/** What the texts of a column tell about the notation of its numbers. */
export type NotationDecision =
  | {
      readonly kind: 'decided';
      readonly notation: NumberNotation;
      /** The text that proves it. */
      readonly evidence: string;
    }
  /** The texts fit both notations and mean different amounts, or they contradict each other. */
  | { readonly kind: 'ambiguous'; readonly samples: readonly string[] }
  /** No text holds a separator: every notation reads them alike. */
  | { readonly kind: 'none' };

/** With the decimal sign proven, every other separator can only stand between groups. */
const POINT_DECIMAL: NumberNotation = { decimal: '.', group: [',', ...GROUP_SPACES, ...GROUP_APOSTROPHES] };
const COMMA_DECIMAL: NumberNotation = { decimal: ',', group: ['.', ...GROUP_SPACES, ...GROUP_APOSTROPHES] };

const MOST_SAMPLES = 5;
const RUN = /(?<!\d)[.,]?\d(?:[\d.,'\u2019 \u00a0\u202f\u2009\u2007]*\d)?/g;

type Reading = 'point' | 'comma' | 'either' | 'spaces' | 'apostrophes' | 'nothing';

/**
 * Decides the notation of a column by its texts: `1.234.567` and `12,5` can only be decimal comma,
 * `1,234,567` and `12.5` only decimal point, while `12.345` alone may be both. Texts that are no numbers in
 * either notation say nothing.
 */
export function decideNotation(texts: readonly string[]): NotationDecision {
  const found = collectReadings(texts);
  const [point] = found.point;
  const [comma] = found.comma;
  const [spaced] = found.spaces;
  const [apostrophed] = found.apostrophes;
  if (point !== undefined && comma !== undefined) {
    return ambiguous([point, comma, ...found.point.slice(1), ...found.comma.slice(1)]);
  }
  if (point !== undefined) return { kind: 'decided', notation: POINT_DECIMAL, evidence: point };
  if (comma !== undefined) return { kind: 'decided', notation: COMMA_DECIMAL, evidence: comma };
  if (found.either.length > 0) return ambiguous(found.either);
  // Whole numbers only: the groups are plain to see and no text depends on the decimal sign.
  if (spaced !== undefined) return { kind: 'decided', notation: COMMA_DECIMAL, evidence: spaced };
  if (apostrophed !== undefined) return { kind: 'decided', notation: POINT_DECIMAL, evidence: apostrophed };
  return { kind: 'none' };
}

function collectReadings(texts: readonly string[]): Readonly<Record<Reading, readonly string[]>> {
  const found: Record<Reading, string[]> = {
    point: [],
    comma: [],
    either: [],
    spaces: [],
    apostrophes: [],
    nothing: [],
  };
  for (const text of texts) {
    for (const [run] of toHalfWidth(text).matchAll(RUN)) found[readingOf(run)].push(text);
  }
  return found;
}

function readingOf(run: string): Reading {
  if (/^\d+$/.test(run)) return 'nothing';
  const asPoint = readDigits(run, POINT_DECIMAL) !== null;
  const asComma = readDigits(run, COMMA_DECIMAL) !== null;
  if (asPoint && asComma) {
    if (/[.,]/.test(run)) return 'either';
    return GROUP_APOSTROPHES.some((sign) => run.includes(sign)) ? 'apostrophes' : 'spaces';
  }
  if (asPoint) return 'point';
  return asComma ? 'comma' : 'nothing';
}

function ambiguous(samples: readonly string[]): NotationDecision {
  return { kind: 'ambiguous', samples: [...new Set(samples)].slice(0, MOST_SAMPLES) };
}
