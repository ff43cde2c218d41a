import type { z } from 'zod';
import { decodeWire, type WireResult } from '#shared/api/wire.ts';
import { parseEdit, type EditParsed } from '#shared/plan/edit-schema.ts';

/**
 * The most values in one JSON text of a plan file: a text of brackets and commas takes more than ten times its length
 * once it is read, and what is wrong with each value more than that. An import of every cell of the largest plan is a
 * step of seven million; 10,000 lines with two sources each are a snapshot of less than one.
 */
const MOST_VALUES = { column: 2 ** 20, snapshot: 2 ** 22, step: 2 ** 24 } as const;
const [QUOTE, BACKSLASH, COMMA, BRACKET, BRACE] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];

/** Reads JSON that a plan file holds; not ok for what nobody wrote as such, or would take too much memory to read. */
export function decodeStored(text: string, where: keyof typeof MOST_VALUES): WireResult {
  const most = MOST_VALUES[where];
  return text.length > most && countValues(text) > most ? { ok: false } : decodeWire(text);
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

/** What a schema makes of a value that a plan file holds; null for one that does not fit. */
export function parseStored<Output>(schema: z.ZodType<Output>, value: unknown): Output | null {
  const read = orNull(() => schema.safeParse(value));
  return read?.success === true ? read.data : null;
}

/** Reads an edit that a plan file holds; not ok for anything else. */
export function parseStoredEdit(value: unknown): EditParsed | { readonly ok: false } {
  return orNull(() => parseEdit(value)) ?? { ok: false };
}

/** A list in which more is wrong than a call can hand on exhausts the stack, and is as wrong as any other. */
function orNull<Result>(parse: () => Result): Result | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
