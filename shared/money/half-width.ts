/** Signs that take up no room and come along when text is copied: joiners, direction and byte-order marks. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** A full-width sign stands this far behind its ASCII twin. */
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Replaces the full-width digits, letters, signs and spaces of Japanese typing by their plain twins and
 * drops invisible signs. Unlike Unicode's own compatibility forms it leaves a raised ² a footnote mark.
 * @example toHalfWidth('（１，２３４）') // '(1,234)'
 */
export function toHalfWidth(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replaceAll('\u3000', ' ')
    .replaceAll('\uffe5', '¥')
    .replaceAll('\uffe1', '£');
}
