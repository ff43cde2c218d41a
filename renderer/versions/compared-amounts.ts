import { formatAmount } from '#shared/money/format-amount.ts';
import type { Minor } from '#shared/money/amount.ts';
import { currencyDecimals, unitsPerMajor } from '#shared/money/currency.ts';
import type { MeasureTotals, PlanChange } from '#shared/review/plan-change.ts';

/**
 * How the figures of a comparison are written: exactly, all of them with the same decimals, so that digits stand under
 * digits; zero as a dash in tables of totals, and as itself where it stands beside blanks.
 */
export type AmountFormat = {
  readonly currency: string;
  readonly locale: string;
  readonly decimals: number;
  readonly zero: 'dash' | 'zero';
};

/** No decimals as long as every figure is whole, else all of the currency's. */
export function amountFormat(
  money: Omit<AmountFormat, 'decimals'>,
  figures: Iterable<Minor | null>,
): AmountFormat {
  const units = unitsPerMajor(money.currency);
  for (const minor of figures) {
    if (minor !== null && minor % units !== 0n)
      return { ...money, decimals: currencyDecimals(money.currency) };
  }
  return { ...money, decimals: 0 };
}

/** A figure as it stands in a table of the comparison. */
export function figure(minor: Minor, format: AmountFormat): string {
  return formatAmount(minor, { ...format, negative: 'minus' });
}

/** A difference with its sign, also when it is one up. */
export function signedFigure(minor: Minor, format: AmountFormat): string {
  return minor > 0n ? `+${figure(minor, format)}` : figure(minor, format);
}

/** Every figure of changes and totals. */
export function* figuresOf(
  totals: readonly MeasureTotals[],
  changes: readonly PlanChange[],
): Generator<Minor | null> {
  for (const { before, after, raised, lowered, byPeriod } of totals) {
    yield* [before, after, raised, lowered];
    for (const period of byPeriod) yield* [period.before, period.after];
  }
  for (const change of changes) if (change.kind === 'amount') yield* [change.before, change.after];
}

/** How many characters the widest figure of a column takes. */
export function widestFigure(changes: readonly PlanChange[], format: AmountFormat): number {
  let [least, most] = [0n, 0n];
  for (const change of changes) {
    if (change.kind !== 'amount') continue;
    const [before, after] = [change.before ?? 0n, change.after ?? 0n];
    for (const minor of [before, after, after - before]) {
      if (minor < least) least = minor;
      if (minor > most) most = minor;
    }
  }
  return Math.max(figure(least, format).length, signedFigure(most, format).length);
}
