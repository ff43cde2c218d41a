const THOUSAND = 1_000n;
const MILLION = 1_000_000n;
const MILLIARD = 1_000_000_000n;

/** Words and letters that multiply a figure, in small letters and without a full stop. */
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['k', THOUSAND],
  ['thousand', THOUSAND],
  ['thousands', THOUSAND],
  ['tsd', THOUSAND],
  ['tausend', THOUSAND],
  ['mille', THOUSAND],
  ['milliers', THOUSAND],
  ['千', THOUSAND],
  ['万', 10_000n],
  ['m', MILLION],
  ['mm', MILLION],
  ['mn', MILLION],
  ['mio', MILLION],
  ['million', MILLION],
  ['millions', MILLION],
  ['millionen', MILLION],
  ['百万', MILLION],
  ['千万', 10_000_000n],
  ['億', 100_000_000n],
  ['十億', MILLIARD],
  ['bn', MILLIARD],
  ['mrd', MILLIARD],
  ['md', MILLIARD],
  ['milliard', MILLIARD],
  ['milliards', MILLIARD],
  ['milliarde', MILLIARD],
  ['milliarden', MILLIARD],
  ['兆', 1_000_000_000_000n],
]);

/** English words that mean a thousand times more in German and French. */
const ENGLISH_UNITS: ReadonlyMap<string, bigint> = new Map([
  ['billion', MILLIARD],
  ['billions', MILLIARD],
]);

/**
 * What a word such as `bn`, `Mio.` or `百万` multiplies a figure by, or null when it is no such word.
 * `T` is a thousand only beside a currency (`T€`), and `billion` only counts where the text is English.
 */
export function scaleOfUnit(
  word: string,
  context: { readonly besideCurrency: boolean; readonly english: boolean },
): bigint | null {
  const unit = word.toLowerCase().replace(/\.$/, '');
  if (unit === 't') return context.besideCurrency ? THOUSAND : null;
  return UNITS.get(unit) ?? (context.english ? (ENGLISH_UNITS.get(unit) ?? null) : null);
}
