import { z } from 'zod';
import { CELL_MEASURES, SIGN_OFF_ROLES } from '../records.ts';
import { CHECK_IDS } from '../threshold-names.ts';
import { id, moment, optional, period, text } from './atoms.ts';

/** The states that a result can have been accepted in. */
export const ACCEPTED_STATES = ['pass', 'attention', 'fail', 'cannot-be-judged', 'not-applicable'] as const;

const check = z.enum(CHECK_IDS);

export const comment = z.strictObject({
  id,
  on: z.strictObject({
    kind: z.enum(['cell', 'line', 'source', 'check']),
    ...optional({ line: id, source: id, measure: z.enum(CELL_MEASURES), year: period, check }),
  }),
  text,
  by: text,
  at: moment,
  ...optional({ replyTo: id, resolved: z.boolean() }),
});

export const acceptance = z.strictObject({
  id,
  check,
  reason: text,
  by: text,
  at: moment,
  value: text.nullable(),
  state: z.enum(ACCEPTED_STATES),
  ...optional({ withdraws: id }),
});

export const signOff = z.strictObject({
  id,
  role: z.enum(SIGN_OFF_ROLES),
  by: text,
  at: moment,
  robustness: text,
  reserves: text,
  digest: text,
  previous: text.nullable(),
  ...optional({ withdraws: id }),
});
