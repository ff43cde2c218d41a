import type { Say } from './texts.ts';

/** What one unit of a shown figure may be worth, in whole currency units. */
export const DISPLAY_SCALES = [1, 1_000, 1_000_000] as const;
export type DisplayScale = (typeof DISPLAY_SCALES)[number];

export function displayScaleOf(text: string): DisplayScale {
  return DISPLAY_SCALES.find((scale) => String(scale) === text) ?? 1;
}

/** The unit as it stands once in a header: `£`, `£000`, `£m`, or `EUR, thousands` where the short form is not usual. */
export function unitLabel(currency: string, scale: number, locale: string, say: Say): string {
  const mark = currencyMark(currency, locale);
  if (scale === 1) return mark;
  return say({
    id: scale === 1_000 ? 'window.unit-thousands' : 'window.unit-millions',
    values: { mark, locale },
  });
}

function currencyMark(currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
}
