import { CURRENCY_DECIMALS } from './currency-table.ts';

/** An ISO 4217 code in capitals, such as `GBP`. */
export type CurrencyCode = string;

/** Whether the text is the code of an active ISO 4217 currency that has a minor unit. */
export function isCurrencyCode(code: string): boolean {
  return CURRENCY_DECIMALS.has(code);
}

/**
 * Decimals of a currency's minor unit: GBP 2, JPY 0, KWD 3.
 * @throws RangeError for a code that is not in the table; codes from outside are checked first.
 */
export function currencyDecimals(code: CurrencyCode): number {
  const decimals = CURRENCY_DECIMALS.get(code);
  if (decimals === undefined) throw new RangeError(`Unknown currency code: ${code}`);
  return decimals;
}

/**
 * Minor units in one whole unit of the currency: 100n for GBP, 1n for JPY.
 * @throws RangeError for a code that is not in the table.
 */
export function unitsPerMajor(code: CurrencyCode): bigint {
  return 10n ** BigInt(currencyDecimals(code));
}
