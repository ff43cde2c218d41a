/** The digits of a plain decimal text: an optional minus, digits, an optional point and digits. */
type PlainDecimal = {
  readonly negative: boolean;
  /** Digits before the point, without leading zeros; empty for 0. */
  readonly whole: string;
  /** Digits after the point as written; empty when there is no point. */
  readonly fraction: string;
};

const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Takes a plain decimal text apart, or answers null for anything else: a plus, an exponent, a
 * hexadecimal, a separator, a blank, `NaN`.
 */
export function readPlainDecimal(text: string): PlainDecimal | null {
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null) return null;
  const [, minus, whole = '', fraction = ''] = match;
  return { negative: minus === '-', whole: whole.replace(/^0+/, ''), fraction };
}
