import type { CurrencyCode } from './currency.ts';
import { readMoneyWord } from './money-word.ts';

/** The parts of a cell's text that matter to an amount, in their order; white space is left out. */
export type AmountToken =
  | { readonly kind: 'number'; readonly text: string }
  | {
      readonly kind:
        'minus' | 'triangle' | 'plus' | 'open' | 'close' | 'percent' | 'footnote' | 'to' | 'other';
    }
  | { readonly kind: 'currency'; readonly codes: readonly CurrencyCode[] }
  | { readonly kind: 'scale'; readonly scale: bigint };

type Reader = { readonly pattern: RegExp; readonly read: (text: string, english: boolean) => AmountToken[] };

const one =
  (kind: 'minus' | 'triangle' | 'plus' | 'open' | 'close' | 'percent' | 'footnote' | 'to' | 'other') =>
  () => [{ kind }];

/** Spaces are part of a run only between digits: which of them the notation allows is decided later. */
const NUMBER = /[.,]?\d(?:[\d.,'\u2019 \u00a0\u202f\u2009\u2007]*\d)?/y;
const WORD = /[\p{L}\p{Sc}][\p{L}\p{Sc}.]*/uy;

const READERS: readonly Reader[] = [
  { pattern: /\s+/y, read: () => [] },
  { pattern: NUMBER, read: (text) => [{ kind: 'number', text }] },
  { pattern: /[%‰]/y, read: one('percent') },
  { pattern: /[*†‡§※#\u00aa\u00ba¹²³\u2070-\u2079]|\[\w{1,3}\]/y, read: one('footnote') },
  { pattern: /[△▲]/y, read: one('triangle') },
  { pattern: /[-\u2010-\u2013\u2212]/y, read: one('minus') },
  { pattern: /\+/y, read: one('plus') },
  { pattern: /\(/y, read: one('open') },
  { pattern: /\)/y, read: one('close') },
  { pattern: /[~\u301c…]|(?:to|bis|à)(?!\p{L})/uy, read: one('to') },
  { pattern: WORD, read: wordTokens },
  { pattern: /./suy, read: one('other') },
];

/** A bracket that follows the figure and holds a letter or two, or a small number, points at a note. */
const NOTE_IN_BRACKETS = /\(\s*(?:[a-z]{1,2}|\d{1,2})\s*\)/iy;

/** Takes a cell's text apart; nothing is judged here but what each part is. */
export function tokenizeAmount(text: string, english: boolean): AmountToken[] {
  const tokens: AmountToken[] = [];
  let at = 0;
  while (at < text.length) {
    const hasNumber = tokens.some(({ kind }) => kind === 'number');
    const note = hasNumber ? matchAt(NOTE_IN_BRACKETS, text, at) : null;
    if (note !== null) {
      tokens.push({ kind: 'footnote' });
      at += note.length;
      continue;
    }
    const [matched, read] = nextPart(text, at);
    tokens.push(...read(matched, english));
    at += matched.length;
  }
  return tokens;
}

function nextPart(text: string, at: number): [matched: string, read: Reader['read']] {
  for (const { pattern, read } of READERS) {
    const matched = matchAt(pattern, text, at);
    if (matched !== null) return [matched, read];
  }
  return [text.slice(at), one('other')];
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function wordTokens(word: string, english: boolean): AmountToken[] {
  const read = readMoneyWord(word, english);
  if (read === null) return [{ kind: 'other' }];
  const tokens: AmountToken[] = [];
  if (read.codes !== null) tokens.push({ kind: 'currency', codes: read.codes });
  if (read.scale !== null) tokens.push({ kind: 'scale', scale: read.scale });
  return tokens;
}
