import type { Message } from '#shared/messages/message.ts';
import { nameOfDay } from './days.ts';

/** The heading of a day: `Today, 22 November 2026`, `Friday 20 November 2026`. */
export function dayHeading(at: Date, now: Date, locale: string): Message | string {
  const name = nameOfDay(at, now);
  const format = new Intl.DateTimeFormat(locale, { dateStyle: name === 'other' ? 'full' : 'long' });
  const day = format.format(at);
  return name === 'other' ? day : { id: `history.${name}`, values: { day } };
}
