const CURRENCIES = [
  'GBP GB',
  'USD US',
  'EUR DE FR IT ES NL BE AT IE FI PT LU GR SK SI EE LV LT MT CY HR BG',
  'JPY JP',
  'CHF CH LI',
  'CAD CA',
  'AUD AU',
  'NZD NZ',
  'NOK NO',
  'SEK SE',
  'DKK DK',
  'CZK CZ',
  'PLN PL',
  'HUF HU',
  'RON RO',
  'ILS IL',
  'INR IN',
  'KRW KR',
  'CNY CN',
  'BRL BR',
  'MXN MX',
  'ZAR ZA',
  'TRY TR',
  'ISK IS',
];
const BY_REGION = new Map(
  CURRENCIES.flatMap((entry) => {
    const [currency = '', ...regions] = entry.split(' ');
    return regions.map((region) => [region, currency] as const);
  }),
);

/** The currency that is usual where a locale is spoken; null when the locale names no known region. */
export function currencyForLocale(locale: string): string | null {
  try {
    return BY_REGION.get(new Intl.Locale(locale).maximize().region ?? '') ?? null;
  } catch {
    // Not a locale at all: it says nothing about a currency.
    return null;
  }
}
