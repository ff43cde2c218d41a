/** Names and usual short forms of the months in English, German and French, in small letters. */
const NAMES_BY_MONTH: readonly string[] = [
  'january jan januar janvier',
  'february feb februar février fevrier',
  'march mar märz maerz mars',
  'april apr avril avr',
  'may mai',
  'june jun juni juin',
  'july jul juli juillet',
  'august aug août aout',
  'september sept sep septembre',
  'october oct oktober okt octobre',
  'november nov novembre',
  'december dec dezember dez décembre decembre',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES_BY_MONTH.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** Source of a pattern that matches any name of a month as a whole word; use it with the flags `iu`. */
export const MONTH_NAME = `(?<!\\p{L})(?:${[...MONTHS.keys()].toSorted((a, b) => b.length - a.length).join('|')})(?!\\p{L})`;

/** The month, 1 to 12, that a name or short form stands for; null for another word. */
export function monthOfName(name: string): number | null {
  return MONTHS.get(name.toLowerCase()) ?? null;
}
