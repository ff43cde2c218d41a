import type { Message } from '#shared/messages/message.ts';
import type { SourceDetails } from '#shared/plan/source.ts';

/** When money may be spent, in words. */
export function windowText(window: SourceDetails['window']): Message {
  if (window === null) return { id: 'window.window-open' };
  return window === 'unknown'
    ? { id: 'window.not-known' }
    : { id: 'window.window-span', values: { from: window.from, to: window.to } };
}
