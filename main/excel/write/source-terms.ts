import { writeMessage } from '#shared/messages/write-message.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Source } from '#shared/plan/source.ts';
import type { SheetFrame } from './sheet-frame.ts';

/** The terms of a source that the Sources sheet shows, in its order. */
export const SOURCE_TERMS = [
  'funder',
  'funder-type',
  'window',
  'ring-fence',
  'kind-limit',
  'carry',
  'payment',
] as const;

/** A source's terms in words, in the order of `SOURCE_TERMS`; a term that is not known says so. */
export function sourceTerms(frame: SheetFrame, source: Source): readonly string[] {
  const say = (message: Message | null): string =>
    writeMessage(message ?? { id: 'export.not-known' }, frame.formats);
  return [
    source.funder,
    say(source.funderType && { id: `export.funder-type-${source.funderType}` }),
    say(windowTerm(source)),
    say(source.ringFence && { id: `export.ring-fence-${source.ringFence.kind}` }),
    say(source.kindLimit && { id: `export.kind-limit-${source.kindLimit}` }),
    say(carryTerm(source)),
    say(paymentTerm(source)),
  ];
}

function windowTerm(source: Source): Message | null {
  if (source.window === 'unknown') return null;
  if (source.window === null) return { id: 'export.window-open' };
  return { id: 'export.window', values: { from: source.window.from, to: source.window.to } };
}

function carryTerm(source: Source): Message | null {
  if (source.carry === null) return null;
  if (source.carry.rule === 'years')
    return { id: 'export.carry-years', values: { years: source.carry.years } };
  return { id: `export.carry-${source.carry.rule}` };
}

function paymentTerm(source: Source): Message | null {
  if (source.payment === null) return null;
  if (source.payment.mode === 'advance') return { id: 'export.payment-advance' };
  return { id: 'export.payment-arrears', values: { months: source.payment.lagMonths } };
}
