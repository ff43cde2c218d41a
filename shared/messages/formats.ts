/**
 * What a text of the catalogue may ask of the reader's locale. Amounts and shares arrive as exact decimal text
 * and are written by the locale; nothing here rounds an amount.
 */
export type Formats = {
  readonly locale: string;
  /** An amount in whole currency units as decimal text, `"1234.50"`, with the currency's own mark. */
  readonly amount: (decimalText: string) => string;
  /** A share as a fraction of one, `"0.973"`, written as a percentage with at most one decimal. */
  readonly share: (decimalText: string) => string;
  /** A plain decimal number, at most two decimals. */
  readonly number: (decimalText: string) => string;
  readonly count: (value: number) => string;
  /** A year id (or `before`, `later`) in the plan's own naming, `2026/27`. */
  readonly year: (period: string) => string;
  readonly date: (iso: string) => string;
  /** The count with the noun that goes with it: `plural(1, 'line', 'lines')` is `1 line`. */
  readonly plural: (value: number, one: string, other: string) => string;
};
