import { z } from 'zod';
import { certainty } from '../../plan/schema/source-shape.ts';
import { period } from '../../plan/schema/atoms.ts';
import { seriesRef } from '../../plan/edit-schema.ts';
import type { ComparedMeasure, PlanChange } from '../../review/plan-change.ts';
import { VERSION_KINDS } from '../history-api.ts';
import { message } from './message-schema.ts';
import { packedPlan } from './plan-schema.ts';

const count = z.int().nonnegative();
const minor = z.bigint();

const periods = z.array(period);
const beforeAndAfter = { before: z.unknown(), after: z.unknown() };
const appearance = z.enum(['added', 'removed']);

const change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('amount'),
    ref: seriesRef,
    period,
    before: minor.nullable(),
    after: minor.nullable(),
    beforeOrigin: count,
    afterOrigin: count,
  }),
  z.strictObject({
    kind: z.literal('certainty'),
    source: z.string(),
    period,
    before: certainty.nullable(),
    after: certainty.nullable(),
  }),
  z.strictObject({
    kind: z.literal('row'),
    of: z.enum(['line', 'source']),
    id: z.string(),
    name: z.string(),
    change: z.enum(['added', 'removed', 'moved']),
  }),
  z.strictObject({
    kind: z.literal('allocation'),
    line: z.string(),
    source: z.string(),
    matchFor: z.string().nullable(),
    change: appearance,
  }),
  z.strictObject({ kind: z.literal('line-field'), line: z.string(), field: z.string(), ...beforeAndAfter }),
  z.strictObject({
    kind: z.literal('source-field'),
    source: z.string(),
    field: z.string(),
    ...beforeAndAfter,
  }),
  z.strictObject({ kind: z.literal('plan-field'), field: z.string(), ...beforeAndAfter }),
  z.strictObject({ kind: z.literal('years'), before: periods, after: periods }),
  z.strictObject({
    kind: z.literal('record'),
    record: z.enum(['comment', 'acceptance', 'sign-off']),
    id: z.string(),
  }),
]);

// The fields' names and values are those of the program's own types and are not looked into.
export const planChanges = z.array(change) as unknown as z.ZodType<readonly PlanChange[]>;
const names = z.record(z.string(), z.string());
const gone = z.strictObject({ lines: names, sources: names });

/** The schemas of the history and of versions. */
export const historyFilter = z.strictObject({
  line: z.string().nullable(),
  source: z.string().nullable(),
  who: z.string().nullable(),
  cell: z.strictObject({ ref: seriesRef, period }).nullable(),
});

export const historyPage = z.strictObject({
  entries: z.array(
    z.strictObject({
      seq: count,
      at: z.string(),
      who: z.string(),
      action: z.enum(['edit', 'undo', 'redo']),
      label: message,
      undoneBy: count.nullable(),
      changes: planChanges,
      count,
    }),
  ),
  gone,
  next: count.nullable(),
  people: z.array(z.string()),
});

export const changesPage = z.strictObject({ changes: planChanges, count, gone });

const MOST_NAME = 200;
const MOST_NOTE = 4000;
export const versionText = {
  name: z.string().trim().min(1).max(MOST_NAME),
  kind: z.enum(VERSION_KINDS),
  note: z.string().max(MOST_NOTE),
};

export const versionInfo = z.strictObject({
  number: count,
  name: z.string(),
  kind: z.enum(VERSION_KINDS),
  note: z.string(),
  by: z.string(),
  at: z.string(),
  seq: count,
});

export const stateRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('current') }),
  z.strictObject({ kind: z.literal('version'), number: count }),
  z.strictObject({ kind: z.literal('file'), file: z.string().min(1).max(MOST_NAME) }),
]);

const MEASURES = [
  'need',
  'actual',
  'risk',
  'bias',
  'award',
  'drawn',
  'allocation',
] as const satisfies readonly ComparedMeasure[];
const total = z.strictObject({
  measure: z.enum(MEASURES),
  before: minor,
  after: minor,
  raised: minor,
  lowered: minor,
  byPeriod: z.array(z.strictObject({ period, before: minor, after: minor })),
});

export const comparisonPage = z.strictObject({
  currency: z.string().nullable(),
  totals: z.array(total),
  changes: planChanges,
  count,
  gone,
});

export const versionPlan = z.strictObject({ plan: packedPlan });
