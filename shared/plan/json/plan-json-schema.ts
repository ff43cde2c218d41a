import { z } from 'zod';
import { minorFromDecimalText } from '../../money/decimal-text.ts';
import type { Minor } from '../../money/amount.ts';
import { MOST_YEARS } from '../edits/set-years.ts';
import { amountText, id, optional, period, text, yearId } from '../schema/atoms.ts';
import { optionalLineShape, requiredLineShape } from '../schema/line-shape.ts';
import { optionalPlanShape, requiredPlanShape } from '../schema/plan-shape.ts';
import { acceptance, comment, signOff } from '../schema/record-shape.ts';
import { certainty, optionalSourceShape, requiredSourceShape } from '../schema/source-shape.ts';

export const PLAN_FORMAT = 'perennial-plan';
export const PLAN_VERSION = 1;

/** Amounts by period; a period that is absent is blank. */
export type AmountsByPeriod = Readonly<Record<string, Minor | null>>;

/**
 * The schema of Plan JSON for a currency with so many decimals. It checks everything that can be said of one
 * value by itself; what parts of a plan say of one another is checked when the plan is made.
 */
export function planJsonSchema(decimals: number) {
  const amount = amountText.transform((given, context): Minor => {
    const read = minorFromDecimalText(given, decimals);
    if (read.ok) return read.minor;
    context.addIssue({ code: 'custom', input: given, params: { problem: read.reason, decimals } });
    return z.NEVER;
  });
  const amounts = z.record(period, amount.nullable());
  const { title, kind } = requiredLineShape;
  const { name, funder } = requiredSourceShape;
  const line = z.strictObject({
    id,
    title,
    kind,
    need: amounts,
    ...optional({
      ...optionalLineShape,
      actual: amounts,
      contingency: z.strictObject(optional({ risk: amounts, bias: amounts })),
    }),
  });
  const source = z.strictObject({
    id,
    name,
    funder,
    ...optional({
      ...optionalSourceShape,
      drawn: amounts.nullable(),
      award: amounts.nullable(),
      certainty: z.record(period, certainty.nullable()).nullable(),
    }),
  });
  const allocation = z.strictObject({
    line: id,
    source: id,
    ...optional({ matchFor: id.nullable() }),
    amounts,
  });
  return z.strictObject({
    format: z.literal(PLAN_FORMAT),
    version: z.literal(PLAN_VERSION),
    ...requiredPlanShape,
    // The reader counts them itself, with a sentence of its own; this is for the published schema.
    years: z.array(yearId).meta({ minItems: 1, maxItems: MOST_YEARS }),
    lines: z.array(line),
    sources: z.array(source),
    allocations: z.array(allocation),
    ...optional({
      id: text,
      before: z.boolean(),
      later: z.boolean(),
      ...optionalPlanShape(amount),
      comments: z.array(comment),
      acceptances: z.array(acceptance),
      signOffs: z.array(signOff),
    }),
  });
}

export type PlanJson = z.output<ReturnType<typeof planJsonSchema>>;
export type LineJson = PlanJson['lines'][number];
export type SourceJson = PlanJson['sources'][number];
export type AllocationJson = PlanJson['allocations'][number];
