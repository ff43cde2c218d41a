import type { Message } from '../messages/message.ts';
import type { Edit } from './edit.ts';
import type { Plan } from './plan.ts';

/** What an edit changed, for whatever is computed from a plan and kept. */
export type Touched = {
  /** Lines whose own fields or amounts, or whose allocations, changed; added and removed ones too. */
  readonly lines: ReadonlySet<string>;
  /** Sources whose own terms or amounts, or whose allocations, changed; added and removed ones too. */
  readonly sources: ReadonlySet<string>;
  /** Anything of the plan itself that a figure may read: years, asOf, thresholds, index, calendar, places ... */
  readonly frame: boolean;
  /** Lines, sources or allocations were added or removed. */
  readonly structure: boolean;
};

/** `origin` is the first origin number of the edit, by `originOfEdit`. */
export type EditContext = { readonly origin: number };

export type EditApplied = {
  readonly ok: true;
  readonly plan: Plan;
  /** Restores the plan as it was; null for records, which are only ever added. */
  readonly inverse: Edit | null;
  readonly touched: Touched;
};
export type EditRefused = { readonly ok: false; readonly refusal: Message };
export type EditResult = EditApplied | EditRefused;

const NONE: ReadonlySet<string> = new Set();

/** What an edit touched, naming only what it did. */
export function touching(parts: Partial<Touched>): Touched {
  return { lines: NONE, sources: NONE, frame: false, structure: false, ...parts };
}

export function refuse(refusal: Message): EditRefused {
  return { ok: false, refusal };
}

export function applied(plan: Plan, inverse: Edit | null, touched: Touched): EditApplied {
  return { ok: true, plan, inverse, touched };
}
