import { createEngine, results, updateEngine, type EngineState } from '#shared/criteria/engine.ts';
import type { CheckResult } from '#shared/criteria/result.ts';
import type { Touched } from '#shared/plan/edit-result.ts';
import type { DocumentState } from '#main/document/document.ts';

export type CheckedState = { readonly seq: number; readonly results: readonly CheckResult[] };

/** The checks of one open plan. */
export type Checks = {
  /** Follows a step; the results are told once the steps at hand are done. */
  readonly follow: (state: DocumentState, touched: Touched) => void;
  readonly current: () => CheckedState;
  readonly stop: () => void;
};

/**
 * Puts the checks to work on a plan. Answering an edit comes first: results are worked out after it, once for several
 * edits that came together.
 */
export function createChecks(opened: DocumentState, onResults: (checked: CheckedState) => void): Checks {
  let engine: EngineState | null = null;
  let { plan, seq } = opened;
  let waiting: NodeJS.Immediate | null = null;
  const current = (): CheckedState => {
    engine ??= createEngine(plan);
    return { seq, results: results(engine) };
  };
  const tell = () => {
    waiting = null;
    onResults(current());
  };
  return {
    follow: (state, touched) => {
      plan = state.plan;
      seq = state.seq;
      engine &&= updateEngine(engine, plan, touched);
      waiting ??= setImmediate(tell);
    },
    current,
    stop: () => {
      if (waiting) clearImmediate(waiting);
      waiting = null;
    },
  };
}
