import { describe, expect, it } from 'vitest';
import { makeFormats } from '#shared/messages/make-formats.ts';
import type { Message } from '#shared/messages/message.ts';
import { writeMessage } from '#shared/messages/write-message.ts';

const formats = makeFormats({
  locale: 'en-GB',
  currency: 'GBP',
  calendar: { startMonth: 4, naming: 'both' },
});

describe('a message', () => {
  it('without values is its text', () => {
    expect(writeMessage({ id: 'plan.theme-economic' }, formats)).toBe('Economic');
  });

  it('with values is written in the reader’s formats', () => {
    const message: Message = {
      id: 'plan.past-last-period',
      values: { name: 'Retrofit', values: 1200, room: 3 },
    };
    expect(writeMessage(message, formats)).toBe(
      '1,200 values for “Retrofit” would run past the plan’s last year: there is room for 3. Add years to the plan, or leave out the rest.',
    );
  });

  it('is the same after it crossed as JSON', () => {
    const message: Message = {
      id: 'plan.unknown-period',
      values: { name: 'Retrofit', period: 'before' },
    };
    // What crossed is the same message; JSON only forgets its type.
    const crossed = JSON.parse(JSON.stringify(message)) as Message;
    expect(writeMessage(crossed, formats)).toBe(
      '“Retrofit” has no amount for Before: the plan does not cover that year. Add the year to the plan first.',
    );
  });

  it('cannot be made of an id that is not in the catalogue, nor without the values of its text', () => {
    // @ts-expect-error There is no such text.
    const unknown: Message = { id: 'plan.no-such-text' };
    // @ts-expect-error The text needs the line's id.
    const bare: Message = { id: 'plan.unknown-line' };
    // @ts-expect-error The text has other values.
    const other: Message = { id: 'plan.unknown-line', values: { name: 'Retrofit' } };
    expect([unknown, bare, other]).toHaveLength(3);
  });
});
