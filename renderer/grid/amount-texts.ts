import type { Minor } from '#shared/money/amount.ts';
import { currencyDecimals, unitsPerMajor } from '#shared/money/currency.ts';
import { minorToDecimalText } from '#shared/money/decimal-text.ts';
import { formatAmount } from '#shared/money/format-amount.ts';
import { notationForLocale } from '#shared/money/number-notation.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { hasOnlyWholeUnits } from './whole-units.ts';

type Money = Pick<Plan, 'currency' | 'locale'>;

/** How the cells of a grid show their figures: all of them with the same decimals, so that digits stand under digits. */
export type CellFormat = Money & { readonly scale: number; readonly decimals: number };

/** Published tables in millions have three decimals, those in thousands none. */
const DECIMALS_OF_SCALE: ReadonlyMap<number, number> = new Map([
  [1_000, 0],
  [1_000_000, 3],
]);

/** The format for a plan in a unit: in single units the currency's decimals, unless no figure of the plan has any. */
export function cellFormat(plan: Plan, scale: number): CellFormat {
  const { currency, locale } = plan;
  const decimals = DECIMALS_OF_SCALE.get(scale) ?? (hasOnlyWholeUnits(plan) ? 0 : currencyDecimals(currency));
  return { currency, locale, scale, decimals };
}

/** A figure as a cell shows it: zero as a dash, blank as nothing, in the unit that the header states. */
export function cellText(minor: Minor | null, { currency, locale, scale, decimals }: CellFormat): string {
  if (minor === null) return '';
  return formatAmount(minor, {
    currency,
    locale,
    scale: BigInt(scale),
    decimals,
    negative: 'minus',
    zero: 'dash',
  });
}

/**
 * A figure as an editor starts with it: no unit, no more decimals than it needs, and no marks between thousands, which
 * would stand in the wrong places once a digit is put in or taken out.
 */
export function editText(minor: Minor | null, { currency, locale }: Money): string {
  if (minor === null) return '';
  const units = unitsPerMajor(currency);
  const isWhole = minor % units === 0n;
  const plain = isWhole ? String(minor / units) : minorToDecimalText(minor, currencyDecimals(currency));
  return plain.replace('.', notationForLocale(locale).decimal);
}

/** A figure in full, as it is copied: no unit, no more decimals than it needs. */
export function fullText(minor: Minor | null, { currency, locale }: Money): string {
  if (minor === null) return '';
  const isWhole = minor % unitsPerMajor(currency) === 0n;
  const decimals = isWhole ? 0 : currencyDecimals(currency);
  return formatAmount(minor, { currency, locale, decimals, negative: 'minus', zero: 'zero' });
}

/** A figure in full with its currency, for a sentence. */
export function spokenText(minor: Minor, { currency, locale }: Money): string {
  const decimals = minor % unitsPerMajor(currency) === 0n ? 0 : currencyDecimals(currency);
  return formatAmount(minor, {
    currency,
    locale,
    decimals,
    negative: 'minus',
    zero: 'zero',
    currencyMark: true,
  });
}

/** What a typed text stands for; null is blank. A refused text is never taken for a blank. */
export type TypedFigure =
  { readonly ok: true; readonly minor: Minor | null } | { readonly ok: false; readonly refusal: Message };

/** Reads a figure typed in any notation of the plan's locale; a figure finer than the currency's minor unit is refused. */
export function readTyped(text: string, { currency, locale }: Money): TypedFigure {
  const parsed = parseAmount(text, {
    notation: notationForLocale(locale),
    decimals: currencyDecimals(currency),
    currency,
    decimalsBeyondCurrency: 'refuse',
  });
  switch (parsed.kind) {
    case 'amount':
      return { ok: true, minor: parsed.minor };
    case 'nil':
      return { ok: true, minor: 0n };
    case 'blank':
      return { ok: true, minor: null };
    case 'refused':
      return {
        ok: false,
        refusal: { id: 'window.typed-refused', values: { text: text.trim(), reason: parsed.reason } },
      };
  }
}
