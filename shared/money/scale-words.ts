import type { CurrencyCode } from './currency.ts';
import { toHalfWidth } from './half-width.ts';
import { isShortUnit, tokenizeScaleText } from './scale-tokens.ts';
import type { ScaleToken } from './scale-tokens.ts';

/** What a title or header says about its figures. */
export type ScaleWords = {
  /** What one unit of a figure is worth in whole currency units. */
  readonly scale: bigint;
  /** The usual currency of the mark, when there is one: `$` alone reads as USD, `¥` as JPY. */
  readonly currency?: CurrencyCode;
  /** The words that say it, as they stand in the text. */
  readonly phrase: string;
};

/** Between the two words of `thousands of US dollars` or `$ (in thousands)` stand at most so many others. */
const MOST_BETWEEN = 2;
/** Longer texts are prose about other things. */
const LONGEST_TEXT = 500;

/**
 * Finds the scale and the currency that a title or header states: `£'000`, `$ in thousands`, `Mio. €`, `T€`,
 * `百万円`, `in millions`. A mark beside a figure is an amount and says nothing about other figures. Null when
 * nothing is stated.
 * @example parseScaleWords("Capital programme (£'000)") // { scale: 1000n, currency: 'GBP', phrase: "£'000" }
 */
export function parseScaleWords(text: string): ScaleWords | null {
  if (text.length > LONGEST_TEXT) return null;
  const plain = toHalfWidth(text);
  const tokens = tokenizeScaleText(plain);
  const usable = tokens.map((token, index) => token.kind === 'money' && !isPartOfAmount(tokens, index));
  const scaleAt = tokens.findIndex((_, index) => usable[index] === true && statesScale(plain, tokens, index));
  const codeAt = scaleAt === -1 ? -1 : findPartner(tokens, scaleAt);
  const lone = tokens.findIndex((_, index) => usable[index] === true && statesCurrency(tokens, index));
  const first = tokens[scaleAt] ?? tokens[lone];
  if (first === undefined) return null;
  const second = tokens[codeAt] ?? first;
  const code = first.code ?? second.code ?? tokens[lone]?.code ?? null;
  const phrase = cutPhrase(plain, Math.min(first.start, second.start), Math.max(first.end, second.end));
  return { scale: first.scale ?? 1n, ...(code === null ? {} : { currency: code }), phrase };
}

/** A bracket opened within the phrase is closed with it. */
function cutPhrase(text: string, start: number, end: number): string {
  const phrase = text.slice(start, end);
  return phrase.includes('(') && text[end] === ')' ? `${phrase})` : phrase;
}

/** `£10 million`, `5 Mio. €`, `£2026`: a figure stands beside the word, or beside its neighbour. */
function isPartOfAmount(tokens: readonly ScaleToken[], index: number): boolean {
  const token = tokens[index];
  for (const step of [-1, 1]) {
    let at = index + step;
    while (tokens[at]?.kind === 'money') at += step;
    const beside = tokens[at];
    if (token === undefined || beside === undefined) continue;
    const gap =
      step === 1 ? beside.start - (tokens[at - 1]?.end ?? 0) : (tokens[at + 1]?.start ?? 0) - beside.end;
    if (beside.kind === 'number' || (beside.kind === 'year' && gap === 0)) return true;
  }
  return false;
}

function statesScale(text: string, tokens: readonly ScaleToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.scale === undefined || token.scale === null) return false;
  if (token.clear || findPartner(tokens, index) !== -1) return true;
  if (isShortUnit(text.slice(token.start, token.end))) return false;
  return isSetApart(tokens, index) || /\b(?:in|en)\s+$/i.test(text.slice(0, token.start));
}

function statesCurrency(tokens: readonly ScaleToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.code === undefined || token.code === null) return false;
  return token.clear || isSetApart(tokens, index);
}

/** After "in", a colon or a bracket, or first in the text; and with nothing but a bracket or "of" behind. */
function isSetApart(tokens: readonly ScaleToken[], index: number): boolean {
  const before = tokens[index - 1]?.kind ?? 'opening';
  const after = tokens[index + 1]?.kind ?? 'closing';
  return before === 'opening' && (after === 'closing' || after === 'glue');
}

/** The nearest currency word beside a scale word, with only small words between; -1 when there is none. */
function findPartner(tokens: readonly ScaleToken[], index: number): number {
  for (const step of [1, -1]) {
    for (let at = index + step; Math.abs(at - index) <= MOST_BETWEEN + 1; at += step) {
      const beside = tokens[at];
      if (beside?.kind === 'money' && beside.code !== null && beside.scale === null) return at;
      if (beside?.kind !== 'glue' && beside?.kind !== 'opening') break;
    }
  }
  return -1;
}
