import { decodeWire, type WireResult } from '#shared/api/wire.ts';

/**
 * The most values in one JSON text of a plan file: an import of every cell of the largest plan has half as many. A text
 * of brackets and commas takes more than ten times its length once it is read.
 */
const MOST_VALUES = 2 ** 24;
const [QUOTE, BACKSLASH, COMMA, BRACKET, BRACE] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];

/** Reads JSON that a plan file holds; not ok for what nobody wrote as such, or would take too much memory to read. */
export function decodeStored(text: string): WireResult {
  return text.length > MOST_VALUES && countValues(text) > MOST_VALUES ? { ok: false } : decodeWire(text);
}

/** Each value but the first follows a comma or the opening of its array or object; what stands in texts does not count. */
function countValues(text: string): number {
  let count = 1;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) isText = !isText;
    else if (isText && unit === BACKSLASH) at++;
    else if (!isText && (unit === COMMA || unit === BRACKET || unit === BRACE)) count++;
  }
  return count;
}
