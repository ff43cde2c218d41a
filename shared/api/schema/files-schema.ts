import { z } from 'zod';
import { openedPlan } from './app-schema.ts';
import { message } from './message-schema.ts';

const count = z.int().nonnegative();

/** The schemas of what is known of plan files. */
export const openMode = z.enum(['write', 'read', 'take-over', 'recover']);

const holder = z.strictObject({
  user: z.string(),
  host: z.string(),
  since: z.string(),
  isThisMachine: z.boolean(),
});
const recovery = z.strictObject({ savedAt: z.string(), edits: count, salvaged: count });

export const planOpening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened'), opened: openedPlan }),
  z.strictObject({ kind: z.literal('in-use'), holder: holder.nullable(), mayTakeOver: z.boolean() }),
  z.strictObject({ kind: z.literal('damaged'), message, recovery: recovery.nullable() }),
]);

export const planFileInfo = z.strictObject({
  place: z.string().nullable(),
  bytes: count,
  madeAt: z.string(),
  madeWith: z.string(),
  edits: count,
  integrity: z.strictObject({ check: z.enum(['quick', 'full']), at: z.string(), isGood: z.boolean() }),
  backups: z.array(z.strictObject({ savedAt: z.string(), edits: count, bytes: count })),
  backupProblem: message.nullable(),
});
