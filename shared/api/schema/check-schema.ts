import { z } from 'zod';
import { CHECK_STATES, CRITERIA } from '../../criteria/result.ts';
import { period } from '../../plan/schema/atoms.ts';
import { message } from './message-schema.ts';

const unit = z.enum(['currency', 'share', 'years', 'months', 'count', 'times', 'none']);
const cell = { line: z.string().nullable(), source: z.string().nullable(), period: period.nullable() };

/** The schema of what one check says. */
export const checkResult = z.strictObject({
  id: z.string(),
  factor: z.int(),
  criterion: z.enum(CRITERIA),
  state: z.enum(CHECK_STATES),
  value: z.string().nullable(),
  unit,
  thresholds: z.array(
    z.strictObject({ name: z.string(), value: z.string(), unit, basis: message, changed: z.boolean() }),
  ),
  evidence: z.array(z.strictObject({ ...cell, minor: z.bigint() })),
  evidenceCount: z.int(),
  missing: z.array(z.strictObject({ ...cell, field: z.string() })),
  missingCount: z.int(),
  message,
});
