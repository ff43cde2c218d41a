import type { PlainMessageId } from '#shared/messages/message.ts';
import { type ChangeReader, nameOfLine } from './change-reader.ts';

/** The value of a field in words; null when it is too long for a line of the history, or of a kind not known here. */
export type ValueWords = (value: unknown, reader: ChangeReader) => string | null;

/** Longer texts are not quoted: the history says only that they changed. */
const MOST_LETTERS = 80;
/** Longer lists are counted. */
const MOST_ITEMS = 3;

export const asText: ValueWords = (value) =>
  typeof value === 'string' && value.length <= MOST_LETTERS ? value : null;

export const asYesNo: ValueWords = (value, { say }) =>
  typeof value === 'boolean' ? say(value ? 'window.yes' : 'window.no') : null;

export const asDate: ValueWords = (value, { formats }) =>
  typeof value === 'string' ? formats.date(value) : null;

export const asYear: ValueWords = (value, { formats }) =>
  typeof value === 'string' ? formats.year(value) : null;

export const asShare: ValueWords = (value, { formats }) =>
  typeof value === 'string' ? formats.share(value) : null;

export const asLine: ValueWords = (value, reader) =>
  typeof value === 'string' ? nameOfLine(reader, value) : null;

/** One of a few words. */
export function asChoice(words: Readonly<Record<string, PlainMessageId>>): ValueWords {
  return (value, { say }) => {
    const id = typeof value === 'string' ? words[value] : undefined;
    return id === undefined ? null : say(id);
  };
}

/** A list by the names of its entries while they are few; longer ones by their number. */
export function asList(nameOf: ValueWords): ValueWords {
  return (value, reader) => {
    if (!Array.isArray(value)) return null;
    // `Array.isArray` makes the entries `any`.
    const entries: readonly unknown[] = value;
    if (entries.length === 0) return reader.say('field.none');
    const names = entries.map((entry) => nameOf(entry, reader));
    const text = names.join(', ');
    const isShort = entries.length <= MOST_ITEMS && !names.includes(null) && text.length <= MOST_LETTERS;
    return isShort ? text : reader.say({ id: 'field.items', values: { count: entries.length } });
  };
}

/** The member of an object, or the text itself where the entry is one. */
export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** A member of an object in words; null where it cannot be quoted. */
export function asMember(key: string, words: ValueWords = asText): ValueWords {
  return (value, reader) => words(memberOf(value, key), reader);
}

/** A row of the plan by its id: its title or name, else the id. */
export function asNameIn(rowsOf: (reader: ChangeReader) => readonly Named[]): ValueWords {
  return (value, reader) => {
    const row = rowsOf(reader).find(({ id }) => id === value);
    return row?.title ?? row?.name ?? asText(value, reader);
  };
}

type Named = { readonly id: string; readonly title?: string; readonly name?: string };
