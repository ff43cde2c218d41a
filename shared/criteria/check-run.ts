import type { CheckDefinition, CheckFrame, CheckInfo, Names } from './check.ts';
import { largestEvidence } from './evidence.ts';
import { joinTotals, zeroOf } from './fields.ts';
import { growTree, regrowTree, reshapeTree, type Fold, type FoldTree } from './fold-tree.ts';
import type { Frame } from './frame.ts';
import type { LineNode, SourceTerm } from './line-node.ts';
import type { NodeChanges } from './node-changes.ts';
import type { Nodes } from './nodes.ts';
import type { CheckResult, Threshold } from './result.ts';
import type { SourceNode } from './source-node.ts';
import { limitsOf, thresholdsInForce, type ThresholdDefault } from './thresholds.ts';

/** How often nodes were measured and totals joined; counted so that tests can hold the engine to its promise. */
export type Counters = { measures: number; joins: number };

/** A check at work on a plan, with what it has measured so far. Immutable. */
export type CheckRun = {
  readonly update: (changes: NodeChanges) => CheckRun;
  /** The result, worked out when it is first asked for. */
  readonly result: (names: Names) => CheckResult;
};

/** A check of the catalogue, whatever it adds up. */
export type Check = {
  readonly info: CheckInfo;
  readonly thresholds: Readonly<Record<string, ThresholdDefault>>;
  readonly reads: readonly SourceTerm[];
  readonly start: (nodes: Nodes, frame: Frame, counters: Counters) => CheckRun;
};

type Trees<Total> = {
  readonly lines: FoldTree<LineNode, Total> | null;
  readonly sources: FoldTree<SourceNode, Total> | null;
};
type Working<Total extends object, Name extends string> = {
  readonly definition: CheckDefinition<Total, Name>;
  readonly frame: CheckFrame<Name>;
  readonly thresholds: readonly Threshold[];
  readonly lineFold: Fold<LineNode, Total> | null;
  readonly sourceFold: Fold<SourceNode, Total> | null;
};

/** Makes a definition into a check that the catalogue can hold beside others. */
export function makeCheck<Total extends object, Name extends string>(
  definition: CheckDefinition<Total, Name>,
): Check {
  return {
    info: definition,
    thresholds: definition.thresholds,
    reads: definition.ofLine?.reads ?? [],
    start: (nodes, plain, counters) => {
      const thresholds = thresholdsInForce(definition.id, definition.thresholds, plain);
      const frame = { ...plain, limits: limitsOf<Name>(thresholds) };
      const { ofLine, ofSource } = definition;
      const counted = <Node>(measure: (node: Node, frame: CheckFrame<Name>) => Total): Fold<Node, Total> => ({
        measure: (node) => {
          counters.measures += 1;
          return measure(node, frame);
        },
        join: (parts, was) => {
          counters.joins += parts.length - 1;
          return joinTotals(definition.fields, parts, was);
        },
      });
      const lineFold = ofLine ? counted(ofLine.measure) : null;
      const sourceFold = ofSource ? counted(ofSource.measure) : null;
      const trees = {
        lines: lineFold && growTree(nodes.lines, lineFold),
        sources: sourceFold && growTree(nodes.sources, sourceFold),
      };
      return makeRun({ definition, frame, thresholds, lineFold, sourceFold }, trees);
    },
  };
}

function makeRun<Total extends object, Name extends string>(
  work: Working<Total, Name>,
  trees: Trees<Total>,
): CheckRun {
  let known: CheckResult | undefined;
  const run: CheckRun = {
    update: (changes) => {
      const next = updateTrees(work, trees, changes);
      return next.lines === trees.lines && next.sources === trees.sources ? run : makeRun(work, next);
    },
    result: (names) => (known ??= conclude(work, trees, names)),
  };
  return run;
}

function updateTrees<Total extends object, Name extends string>(
  { definition, lineFold, sourceFold }: Working<Total, Name>,
  trees: Trees<Total>,
  changes: NodeChanges,
): Trees<Total> {
  const seesTerms = definition.ofLine?.reads.some((term) => changes.terms.has(term)) ?? false;
  const places = seesTerms
    ? [...changes.lines, ...changes.termLines].toSorted((a, b) => a - b)
    : changes.lines;
  const { nodes, isReshaped } = changes;
  return {
    lines: lineFold && refold(trees.lines, { nodes: nodes.lines, places, isReshaped, fold: lineFold }),
    sources:
      sourceFold &&
      refold(trees.sources, { nodes: nodes.sources, places: changes.sources, isReshaped, fold: sourceFold }),
  };
}

function refold<Node, Total>(
  tree: FoldTree<Node, Total> | null,
  change: {
    readonly nodes: readonly Node[];
    readonly places: readonly number[];
    readonly isReshaped: boolean;
    readonly fold: Fold<Node, Total>;
  },
): FoldTree<Node, Total> | null {
  const { nodes, places, isReshaped, fold } = change;
  if (isReshaped) return reshapeTree(tree, nodes, fold);
  if (tree === null || places.length === 0) return tree;
  const nodeAt = (place: number): Node => {
    const node = nodes[place];
    if (node === undefined) throw new RangeError(`There is no node ${place}`);
    return node;
  };
  return regrowTree(tree, places, { nodeAt, fold });
}

function conclude<Total extends object, Name extends string>(
  { definition, frame, thresholds }: Working<Total, Name>,
  trees: Trees<Total>,
  names: Names,
): CheckResult {
  const { fields, id, factor, criterion, unit } = definition;
  const ofLines = trees.lines?.total ?? zeroOf(fields, frame);
  const total = trees.sources === null ? ofLines : joinTotals(fields, [ofLines, trees.sources.total]);
  const { state, value, evidence, missing, message } = definition.conclude(total, frame, names);
  return {
    id,
    factor,
    criterion,
    state,
    value,
    unit,
    thresholds,
    evidence: largestEvidence(evidence),
    evidenceCount: evidence.count,
    missing: missing.first,
    missingCount: missing.count,
    message,
  };
}
