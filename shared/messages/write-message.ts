import { catalogue } from './catalogue/index.ts';
import type { Formats } from './formats.ts';
import type { Message } from './message.ts';

/** Writes a message for people in the formats of the reader. */
export function writeMessage(message: Message, formats: Formats): string {
  const text: unknown = catalogue[message.id];
  if (typeof text === 'string') return text;
  // The pairing of an id with its values is held by the type Message; the compiler cannot follow it through the lookup.
  const write = text as (values: unknown, formats: Formats) => string;
  return write(message.values, formats);
}
