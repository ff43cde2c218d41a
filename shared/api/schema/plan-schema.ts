import { z } from 'zod';
import { editSchema } from '../../plan/edit-schema.ts';
import { isPackedPlan, unpackPlan, type PackedPlan } from '../../plan/packed-plan.ts';
import { message } from './message-schema.ts';

const undoState = { canUndo: message.nullable(), canRedo: message.nullable() };
const seq = z.int().nonnegative();
const hash = z.string();

/** The schemas of where a plan stands. */
export const editAnswer = z.strictObject({ seq, hash, ...undoState });
export const stepAnswer = z.strictObject({ seq, hash, ...undoState, edit: editSchema });
/** A plan crosses packed; whoever reads it has the plan. */
export const packedPlan = z.custom<PackedPlan>(isPackedPlan).transform((packed, context) => {
  try {
    return unpackPlan(packed);
  } catch {
    // Its arrays do not hold what its rows need: no answer of this planner.
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }
});

export const planSnapshot = z.strictObject({ seq, hash, ...undoState, plan: packedPlan });
