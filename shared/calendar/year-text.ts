import { toHalfWidth } from '#shared/money/half-width.ts';

/**
 * A label as the year patterns expect it: one kind of dash, apostrophe and space, half-width digits, line
 * breaks as spaces, and without the note marks that hang behind it.
 */
export function normaliseYearText(text: string): string {
  return toHalfWidth(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u301c〜]/g, '~')
    .replace(/\s+/g, ' ')
    .replace(/[\s*†‡¹²³\u2070-\u2079]+$/, '')
    .replace(/ ?(?:\([\da-z]\)|\[[\da-z]\])$/i, '')
    .trim();
}

/** What is left of a label when the year is taken out: tidied, and null when no word is left. */
export function tidyWords(text: string): string | null {
  const tidy = text
    .replace(/[()[\]|:;,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s/.~*-]+|[\s/.~*-]+$/g, '');
  return tidy === '' ? null : tidy;
}
