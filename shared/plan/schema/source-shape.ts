import { z } from 'zod';
import { CERTAINTIES, FUNDER_TYPES, KIND_LIMITS } from '../source.ts';
import { count, date, id, share, shareBelowOne, text } from './atoms.ts';

const window = z
  .strictObject({ from: date, to: date })
  .refine(({ from, to }) => from <= to, { params: { problem: 'window-reversed' } });

const payment = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('advance') }),
  z.strictObject({ mode: z.literal('arrears'), lagMonths: count }),
]);

const ringFence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('theme'), themes: z.array(id) }),
  z.strictObject({ kind: z.literal('line'), lines: z.array(id) }),
]);

const carry = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('free') }),
  z.strictObject({ rule: z.literal('years'), years: count }),
  z.strictObject({ rule: z.literal('approval') }),
  z.strictObject({ rule: z.literal('none') }),
]);

export const certainty = z.literal(CERTAINTIES);

/** What a source cannot be without. */
export const requiredSourceShape = { name: text, funder: text };

/** The terms of a source: null is not known, but for the window, where it is open-ended. */
export const optionalSourceShape = {
  funderType: z.enum(FUNDER_TYPES).nullable(),
  competitive: z.boolean().nullable(),
  window: z.union([z.literal('unknown'), window]).nullable(),
  awardDate: date.nullable(),
  payment: payment.nullable(),
  ringFence: ringFence.nullable(),
  kindLimit: z.enum(KIND_LIMITS).nullable(),
  carry: carry.nullable(),
  matchShare: shareBelowOne.nullable(),
  oneOff: z.boolean().nullable(),
  nextGateway: date.nullable(),
  taper: z.strictObject({ document: text, date, page: text }).nullable(),
  conditionsRecorded: z.boolean().nullable(),
  movableShare: share.nullable(),
};
