import { z } from 'zod';
import { isIsoDate } from '../../calendar/dates.ts';
import { isYearId } from '../../calendar/fiscal-year.ts';
import { isCurrencyCode } from '../../money/currency.ts';
import { compareFraction, fraction, fractionFromDecimal, type Fraction } from '../../money/fraction.ts';
import { readPlainDecimal } from '../../money/plain-decimal.ts';

// Without this zod probes whether it may compile code, which the window's content policy reports as a violation.
z.config({ jitless: true });

/** More digits than any rate has; a text of a million digits is not worth turning into a number. */
const LONGEST_DECIMAL = 40;
const ZERO = fraction(0n);
const ONE = fraction(1n);

function isDecimal(text: string): boolean {
  return text.length <= LONGEST_DECIMAL && readPlainDecimal(text) !== null;
}

/** A rate or share as decimal text within bounds; the name of the format is what a refusal is told by. */
function decimalWithin(format: string, isWithin: (value: Fraction) => boolean) {
  return z
    .stringFormat(format, (text) => isDecimal(text) && isWithin(fractionFromDecimal(text)))
    .meta({ id: format });
}

const isBelowZero = (value: Fraction) => compareFraction(value, ZERO) < 0;

// The id of an atom is what the published schema calls it.
export const decimal = z.stringFormat('decimal', isDecimal).meta({ id: 'decimal' });
export const notNegative = decimalWithin('decimal-not-negative', (value) => !isBelowZero(value));
export const positive = decimalWithin('decimal-positive', (value) => compareFraction(value, ZERO) > 0);
export const share = decimalWithin(
  'decimal-share',
  (value) => !isBelowZero(value) && compareFraction(value, ONE) <= 0,
);
export const shareBelowOne = decimalWithin(
  'decimal-share-below-one',
  (value) => !isBelowZero(value) && compareFraction(value, ONE) < 0,
);

export const text = z.string();
export const id = z.string().min(1).meta({ id: 'id' });
/** An amount as text, before it is known how many decimals it may have. */
export const amountText = z.string().meta({ id: 'amount' });
export const date = z.stringFormat('date', isIsoDate).meta({ id: 'date' });
/** When somebody did something: a date, or a date and time in UTC. */
export const moment = z
  .stringFormat(
    'moment',
    (at) => isIsoDate(at.slice(0, 10)) && /^.{10}(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z)?$/.test(at),
  )
  .meta({ id: 'moment' });
export const yearId = z.stringFormat('year', isYearId).meta({ id: 'year' });
export const period = z
  .stringFormat('period', (key) => key === 'before' || key === 'later' || isYearId(key))
  .meta({ id: 'period' });
export const currency = z.stringFormat('currency', isCurrencyCode).meta({ id: 'currency' });
export const locale = z.stringFormat('locale', isLocale).meta({ id: 'locale' });
export const count = z.int().min(0);

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    // A tag that is not well formed throws; there is nothing more to learn from it.
    return false;
  }
}

/** The same fields, each of which may be absent (but not undefined, which no JSON can say). */
export function optional<Shape extends z.ZodRawShape>(
  shape: Shape,
): { [Key in keyof Shape]: z.ZodExactOptional<Shape[Key]> } {
  const entries = Object.entries(shape).map(([key, schema]) => [key, z.exactOptional(schema)]);
  // Each key keeps its own schema; the compiler loses that through entries.
  return Object.fromEntries(entries) as { [Key in keyof Shape]: z.ZodExactOptional<Shape[Key]> };
}
