import { z } from 'zod';
import type { ApiEvent } from '../api.ts';
import { checkResult } from './check-schema.ts';
import { message } from './message-schema.ts';

/** The schema of what the planner says without being asked. */
export const apiEvent: z.ZodType<ApiEvent> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('progress'),
    call: z.string(),
    stage: message,
    done: z.number(),
    total: z.number().nullable(),
  }),
  z.strictObject({
    kind: z.literal('checks'),
    plan: z.string(),
    seq: z.int(),
    results: z.array(checkResult),
  }),
  z.strictObject({ kind: z.literal('changed'), plan: z.string(), seq: z.int() }),
  z.strictObject({
    kind: z.literal('file-changed'),
    plan: z.string(),
    state: z.enum(['changed', 'gone', 'taken-over']),
  }),
  z.strictObject({
    kind: z.literal('notice'),
    plan: z.string(),
    tone: z.enum(['info', 'error']),
    message,
  }),
]);
