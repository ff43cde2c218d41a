import { z } from 'zod';
import { message } from './message-schema.ts';

const token = z.string().min(1);

/** The schemas of what the app says of itself and of files. */
export const fileEntry = z.strictObject({ file: token, name: z.string(), modifiedAt: z.string() });

export const appInfo = z.strictObject({
  host: z.enum(['desktop', 'browser']),
  version: z.string(),
  user: z.string(),
  locale: z.string(),
  recents: z.array(
    z.strictObject({ file: token, name: z.string(), place: z.string(), openedAt: z.string() }),
  ),
  drafts: z.array(
    z.strictObject({ file: token, title: z.string(), changedAt: z.string(), edits: z.int().nonnegative() }),
  ),
  startFile: token.nullable(),
  samples: z.array(z.strictObject({ id: z.string(), title: z.string(), note: z.string() })),
});

export const openedPlan = z.strictObject({
  handle: token,
  file: token,
  name: z.string().nullable(),
  readOnly: message.nullable(),
  notes: z.array(message),
});

export const provenance = z.strictObject({
  file: z.string(),
  sha256: z.string(),
  sheet: z.string(),
  cell: z.string(),
  raw: z.string(),
  rule: z.string(),
});
