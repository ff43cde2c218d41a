/** How a text writes numbers: its decimal sign and the signs that may stand between groups of thousands. */
export type NumberNotation = {
  readonly decimal: '.' | ',';
  readonly group: readonly string[];
};

/** Plain, no-break, narrow no-break, thin and figure space: all of them stand between thousands. */
export const GROUP_SPACES: readonly string[] = [' ', '\u00a0', '\u202f', '\u2009', '\u2007'];
/** The typewriter's and the printed apostrophe of Swiss notation. */
export const GROUP_APOSTROPHES: readonly string[] = ["'", '\u2019'];

/** `1,234.50`: Britain, the United States, Japan. */
export const COMMA_GROUPS: NumberNotation = { decimal: '.', group: [','] };
/** `1.234,50` or `1 234,50`: Germany, where the standard for typists also allows the space. */
export const POINT_GROUPS: NumberNotation = { decimal: ',', group: ['.', ...GROUP_SPACES] };
/** `1 234,50`: France. */
export const SPACE_GROUPS: NumberNotation = { decimal: ',', group: GROUP_SPACES };
/** `1'234.50`: Switzerland. */
export const APOSTROPHE_GROUPS: NumberNotation = { decimal: '.', group: GROUP_APOSTROPHES };

const BY_LOCALE: ReadonlyMap<string, NumberNotation> = new Map([
  ['en-GB', COMMA_GROUPS],
  ['en-US', COMMA_GROUPS],
  ['ja-JP', COMMA_GROUPS],
  ['de-DE', POINT_GROUPS],
  ['fr-FR', SPACE_GROUPS],
  ['de-CH', APOSTROPHE_GROUPS],
]);

/**
 * The notation that people of a locale write. A locale without an entry of its own is answered from the
 * number formats built into the runtime.
 * @throws RangeError for a text that is no locale, or one that writes another decimal sign.
 */
export function notationForLocale(locale: string): NumberNotation {
  return BY_LOCALE.get(locale) ?? notationFromRuntime(locale);
}

function notationFromRuntime(locale: string): NumberNotation {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(1_234_567.5);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value;
  const group = parts.find(({ type }) => type === 'group')?.value;
  if (decimal !== '.' && decimal !== ',') throw new RangeError(`No number notation known for ${locale}`);
  if (group === undefined) return { decimal, group: [] };
  const kin = [GROUP_SPACES, GROUP_APOSTROPHES].find((signs) => signs.includes(group));
  return { decimal, group: kin ?? [group] };
}
