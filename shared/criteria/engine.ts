import type { Plan } from '../plan/plan.ts';
import { lineName, sourceName } from '../plan/row-names.ts';
import { checks } from './catalogue/index.ts';
import type { CheckRun, Counters } from './check-run.ts';
import { hasSameFrame, makeFrame } from './frame.ts';
import type { SourceTerm } from './line-node.ts';
import { changeNodes, type NodeChanges, type TouchedRows } from './node-changes.ts';
import { makeNodes, reshapeNodes, type Nodes } from './nodes.ts';
import type { CheckResult } from './result.ts';

/** All checks at work on one version of a plan. Immutable but for the counters, which later versions share. */
export type EngineState = {
  readonly plan: Plan;
  readonly nodes: Nodes;
  readonly runs: readonly CheckRun[];
  readonly counters: Counters;
};

/** The terms of a source that any check reads through a line. */
const TERMS_READ: ReadonlySet<SourceTerm> = new Set(checks.flatMap((check) => check.reads));

/** Puts all checks to work on a plan: measures every line and source once a check. */
export function createEngine(plan: Plan, counters: Counters = { measures: 0, joins: 0 }): EngineState {
  const nodes = makeNodes(plan);
  const frame = makeFrame(plan);
  return { plan, nodes, runs: checks.map((check) => check.start(nodes, frame, counters)), counters };
}

/**
 * Follows an edit: `plan` is the version that it made and `touched` the rows that it touched. An amount costs the
 * nodes it is part of and about log n joins a check; rows that come or go cost their own measures and the joins; what
 * belongs to the plan as a whole (years, thresholds, the date) measures everything again.
 */
export function updateEngine(state: EngineState, plan: Plan, touched: TouchedRows): EngineState {
  if (plan === state.plan) return state;
  if (!hasSameFrame(state.plan, plan)) return createEngine(plan, state.counters);
  const changes = hasSameRows(state.plan, plan)
    ? changeNodes(state.nodes, plan, { ...touched, reads: TERMS_READ })
    : reshape(state.nodes, plan);
  const runs = state.runs.map((run) => run.update(changes));
  return { plan, nodes: changes.nodes, runs, counters: state.counters };
}

/** What each check says of the plan, in the order of the catalogue. */
export function results(state: EngineState): readonly CheckResult[] {
  const { plan } = state;
  const names = {
    line: (id: string) => lineName(plan, id),
    source: (id: string) => sourceName(plan, id),
  };
  return state.runs.map((run) => run.result(names));
}

/** Tables share their lookup as long as no row comes or goes. */
function hasSameRows(a: Plan, b: Plan): boolean {
  return a.lines.at === b.lines.at && a.sources.at === b.sources.at && a.allocations.at === b.allocations.at;
}

function reshape(nodes: Nodes, plan: Plan): NodeChanges {
  return {
    nodes: reshapeNodes(nodes, plan, TERMS_READ),
    isReshaped: true,
    lines: [],
    sources: [],
    termLines: [],
    terms: new Set(),
  };
}
