import type { Message } from '../messages/message.ts';
import { checks } from './catalogue/index.ts';
import type { Threshold } from './result.ts';

/** A threshold of a check in words: `pass: at least 95%`. */
export function thresholdMessage(check: string, { name, value, unit }: Threshold): Message {
  const best = checks.find(({ info }) => info.id === check)?.info.best ?? 'high';
  return { id: 'check.threshold', values: { name, value, unit, best } };
}
