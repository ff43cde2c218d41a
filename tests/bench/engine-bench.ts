import { createEngine, results, updateEngine, type EngineState } from '#shared/criteria/engine.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { BenchRow } from './bench-row.ts';
import { FIRST_YEAR, largePlan } from './large-plan.ts';

const SMALL = 1000;
const LARGE = 10_000;
const EDITS = 50;
const ROUNDS = 5;

type Measured = { readonly scratch: number; readonly edit: number };

/** All checks from scratch and after one edited amount, results included, at 1,000 and 10,000 lines by 30 years. */
export function benchEngine(): Promise<readonly BenchRow[]> {
  // The first round warms the compiler; it is not counted.
  measure(largePlan(SMALL));
  const small = measure(largePlan(SMALL));
  const large = measure(largePlan(LARGE));
  const growth = large.scratch / small.scratch;
  return Promise.resolve([
    ...rowsOf(SMALL, small),
    ...rowsOf(LARGE, large),
    {
      what: `checking, ${count(LARGE)} lines against ${count(SMALL)}`,
      figure: `${growth.toFixed(1)}x the time`,
      target: { text: 'at most 12x', isMet: growth <= 12 },
    },
  ]);
}

function rowsOf(lines: number, { scratch, edit }: Measured): readonly BenchRow[] {
  const what = `checks of ${count(lines)} lines x 30 years`;
  return [
    { what: `${what}, from scratch`, figure: `${scratch.toFixed(1)} ms`, target: null },
    { what: `${what}, after an edit`, figure: `${edit.toFixed(3)} ms`, target: null },
    {
      what: `${what}, scratch / edit`,
      figure: `${(scratch / edit).toFixed(0)}x`,
      target: { text: 'at least 100x', isMet: scratch >= 100 * edit },
    },
  ];
}

/** Milliseconds that the processor has worked for this thread: waiting for other programs does not count. */
function workedFor(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Both in turns, the shortest of each: whatever else the machine does can only make a round longer. */
function measure(plan: Plan): Measured {
  let [scratch, edit] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = workedFor();
    const state = createEngine(plan);
    results(state);
    scratch = Math.min(scratch, workedFor() - start);
    edit = Math.min(edit, measureEdits(state, round));
  }
  return { scratch, edit };
}

/** Milliseconds for an edit, the mean of many; applying the edit to the plan is not counted. */
function measureEdits(from: EngineState, round: number): number {
  let state = from;
  let time = 0;
  for (let index = 0; index < EDITS; index += 1) {
    const applied = applyEdit(state.plan, editOf(from.plan, round * EDITS + index), { origin: 0 });
    if (!applied.ok) throw new Error(`The edit was refused: ${applied.refusal.id}`);
    const start = workedFor();
    state = updateEngine(state, applied.plan, applied.touched);
    results(state);
    time += workedFor() - start;
  }
  return time / EDITS;
}

function editOf({ allocations }: Plan, index: number): Edit {
  const row = allocations.rows[(index * 7919) % allocations.rows.length];
  if (row === undefined) throw new Error('The plan has no allocation');
  const { line, source, matchFor } = row;
  const minor = [BigInt(100_000 + index)];
  return {
    kind: 'set-amounts',
    blocks: [{ ref: { of: 'allocation', line, source, matchFor }, from: FIRST_YEAR, minor }],
  };
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}
