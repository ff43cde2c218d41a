import { findMarksInWord } from './currency-marks.ts';
import type { CurrencyCode } from './currency.ts';
import { scaleOfUnit } from './scale-units.ts';

/** What a word beside a figure says: the currencies it may mean, the scale, or both. */
type MoneyWord = {
  readonly codes: readonly CurrencyCode[] | null;
  readonly scale: bigint | null;
};

/**
 * Reads a word beside a figure: `£`, `EUR`, `bn`, `£m`, `T€`, `百万円`. Null for any other word.
 * `english` lets `billion` be a thousand million.
 */
export function readMoneyWord(word: string, english: boolean): MoneyWord | null {
  for (const { codes, rest } of findMarksInWord(word)) {
    if (rest === '') return { codes, scale: null };
    const scale = scaleOfUnit(rest, { besideCurrency: true, english });
    if (scale !== null) return { codes, scale };
  }
  const scale = scaleOfUnit(word, { besideCurrency: false, english });
  return scale === null ? null : { codes: null, scale };
}
