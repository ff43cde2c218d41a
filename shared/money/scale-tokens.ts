import { COMMON_CODES, findMarksInWord } from './currency-marks.ts';
import type { CurrencyCode } from './currency.ts';
import { scaleOfUnit } from './scale-units.ts';

/** A part of a title or header, with where it stands. */
export type ScaleToken = {
  readonly kind: 'money' | 'glue' | 'opening' | 'closing' | 'year' | 'number' | 'word';
  readonly start: number;
  readonly end: number;
  readonly scale: bigint | null;
  readonly code: CurrencyCode | null;
  /** A mark or word so clear that it needs no context: `£`, `GBP`, `T€`, but neither `m` nor `dollars`. */
  readonly clear: boolean;
};

/** Letters and short words that mean a scale only beside a currency. */
const SHORT_UNIT = /^(?:k|m|mm|mn|bn|md|mille|t|[千万百十億兆]+)$/i;
const GLUE = /^(?:in|en|of|de|d|us|einheit|単位|円)$/i;
const OPENING = /^(?:in|en|単位)$|^[([:：]$/i;

const PARTS = new RegExp(
  [
    // a year, or two joined ones
    String.raw`(?<year>(?<![\d.,/])(?:19|20|21)\d\d(?:\s?[/\u2013-]\s?\d{2,4})?(?![\d.,]\d|\d))`,
    // a thousand or a million that figures are counted in: "in 1.000 €", "in $1,000s"
    String.raw`(?<counted>(?<=\b(?:in|en)\s+[\p{Lu}\p{Sc}]{0,3}\s?)1[., ]?000(?:[., ]?000)?(?:s\b|(?=\s?(?:$|[)\]\p{Sc}]|[A-Z]{3}\b|[Ee]uro)))(?![\d.,]\d|\d))`,
    // three zeros that stand for thousands: '000, 000s, 000's
    String.raw`(?<zeros>(?<![\d.,])['\u2018\u2019]?000(?:['\u2019]?s)?(?![\d\p{L}]|[.,]\d))`,
    String.raw`(?<number>\d(?:[\d.,'\u2019 \u00a0\u202f]*\d)?(?:['\u2019]?s\b)?)`,
    String.raw`(?<unit>単位)`,
    String.raw`(?<word>[\p{L}\p{Sc}]+\.?)`,
    String.raw`(?<sign>[^\s])`,
  ].join('|'),
  'gu',
);

/** Takes a title or header apart into what may tell a scale or a currency, and what may not. */
export function tokenizeScaleText(text: string): ScaleToken[] {
  return [...text.matchAll(PARTS)].map((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    const groups = match.groups ?? {};
    if (groups['year'] !== undefined) return { ...place, ...plain('year') };
    if (groups['counted'] !== undefined) return { ...place, ...money(scaleOfCounted(match[0]), null, true) };
    if (groups['zeros'] !== undefined) return { ...place, ...money(1_000n, null, true) };
    if (groups['number'] !== undefined) return { ...place, ...plain('number') };
    return { ...place, ...readWord(match[0]) };
  });
}

type Meaning = Omit<ScaleToken, 'start' | 'end'>;

function plain(kind: ScaleToken['kind']): Meaning {
  return { kind, scale: null, code: null, clear: false };
}

function money(scale: bigint | null, code: CurrencyCode | null, clear: boolean): Meaning {
  return { kind: 'money', scale, code, clear };
}

/** `1.000` is a thousand and `1,000,000s` a million, whatever stands between the groups. */
function scaleOfCounted(figure: string): bigint {
  return BigInt(figure.replace(/\D/g, ''));
}

function readWord(word: string): Meaning {
  if (OPENING.test(word)) return plain('opening');
  if (/^[)\]]$/.test(word)) return plain('closing');
  if (/^['\u2019,/-]$/.test(word)) return plain('glue');
  for (const { codes, rest } of findMarksInWord(word)) {
    const [code = null] = codes;
    const clear = /\p{Sc}|円/u.test(word) || (code !== null && COMMON_CODES.has(code) && word.includes(code));
    if (rest === '') return money(null, code, clear && word !== '円');
    const scale = scaleOfUnit(rest, { besideCurrency: true, english: true });
    if (scale !== null && clear) return money(scale, code, true);
  }
  if (GLUE.test(word)) return plain('glue');
  const scale = scaleOfUnit(word, { besideCurrency: true, english: true });
  return scale === null ? plain('word') : money(scale, null, false);
}

/** Whether a token's text is a unit that says nothing without a currency. */
export function isShortUnit(word: string): boolean {
  return SHORT_UNIT.test(word.replace(/\.$/, ''));
}
