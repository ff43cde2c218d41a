/** The point moves by two places: digits are shifted as text, so that no share is ever rounded. */
const PLACES = 2;

/** A share as people type it, in per cent; null for a text that is none. A comma may stand for the point. */
export function shareOfPercent(text: string): string | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,20}))?\s*%?$/.exec(text.trim());
  if (match === null) return null;
  const digits = `${(match[1] ?? '').padStart(PLACES + 1, '0')}${match[2] ?? ''}`;
  const point = Math.max((match[1] ?? '').length, PLACES + 1) - PLACES;
  return trimmed(digits.slice(0, point), digits.slice(point));
}

/** A share, `0.125`, as a person reads it: `12.5`. */
export function percentOfShare(share: string): string {
  const [whole = '0', fraction = ''] = share.split('.');
  const padded = fraction.padEnd(PLACES, '0');
  return trimmed(`${whole}${padded.slice(0, PLACES)}`, padded.slice(PLACES));
}

function trimmed(whole: string, fraction: string): string {
  const rest = fraction.replace(/0+$/, '');
  const front = whole.replace(/^0+(?=\d)/, '');
  return rest === '' ? front : `${front}.${rest}`;
}
