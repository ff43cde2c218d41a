/**
 * What `measure` makes of each node, combined in order up to a total. An immutable tree: a change of one node makes the
 * path above it new, about log n joins, and shares the rest. Nodes stand in bunches that keep each node’s measure and
 * one total: half of all the totals in a tree of single leaves would stand in the lowest two levels, where
 * adding up again costs little.
 */
export type FoldTree<Node, Total> =
  | FoldBunch<Node, Total>
  | {
      readonly size: number;
      readonly left: FoldTree<Node, Total>;
      readonly right: FoldTree<Node, Total>;
      readonly total: Total;
    };
type FoldBunch<Node, Total> = {
  readonly nodes: readonly Node[];
  readonly measures: readonly Total[];
  readonly total: Total;
};

const BUNCH = 4;

/**
 * How nodes are measured and totals joined in their order, which is associative. `was` is the join that this one takes
 * the place of, with as many parts.
 */
export type Fold<Node, Total> = {
  readonly measure: (node: Node) => Total;
  readonly join: (parts: readonly [Total, ...Total[]], was?: Joined<Total>) => Total;
};
type Joined<Total> = { readonly parts: readonly Total[]; readonly total: Total };

/** Measures every node; null when there is none. */
export function growTree<Node, Total>(
  nodes: readonly Node[],
  fold: Fold<Node, Total>,
): FoldTree<Node, Total> | null {
  let level: FoldTree<Node, Total>[] = [];
  for (let at = 0; at < nodes.length; at += BUNCH) {
    const bunch = nodes.slice(at, at + BUNCH);
    level.push(bunchOf(bunch, bunch.map(fold.measure), { fold }));
  }
  while (level.length > 1) level = joinNeighbours(level, fold);
  return level[0] ?? null;
}

/** Makes a tree for nodes in a new order or number; nodes that the old tree holds are not measured again. */
export function reshapeTree<Node, Total>(
  tree: FoldTree<Node, Total> | null,
  nodes: readonly Node[],
  fold: Fold<Node, Total>,
): FoldTree<Node, Total> | null {
  const known = new Map<Node, Total>();
  forEachBunch(tree, (bunch) => {
    bunch.nodes.forEach((node, at) => {
      const measure = bunch.measures[at];
      if (measure !== undefined) known.set(node, measure);
    });
  });
  return growTree(nodes, {
    measure: (node) => known.get(node) ?? fold.measure(node),
    join: fold.join,
  });
}

/** Measures the nodes at these places (ascending) again; the shape stays. */
export function regrowTree<Node, Total>(
  tree: FoldTree<Node, Total>,
  places: readonly number[],
  change: { readonly nodeAt: (place: number) => Node; readonly fold: Fold<Node, Total> },
): FoldTree<Node, Total> {
  const { nodeAt, fold } = change;
  const regrow = (part: FoldTree<Node, Total>, from: number, within: readonly number[]): typeof part => {
    if (within.length === 0) return part;
    if ('nodes' in part) {
      const nodes = [...part.nodes];
      const measures = [...part.measures];
      for (const place of within) {
        const node = nodeAt(place);
        nodes[place - from] = node;
        measures[place - from] = fold.measure(node);
      }
      return bunchOf(nodes, measures, { fold, was: part });
    }
    const middle = from + sizeOf(part.left);
    const left = regrow(
      part.left,
      from,
      within.filter((place) => place < middle),
    );
    const right = regrow(
      part.right,
      middle,
      within.filter((place) => place >= middle),
    );
    const was = { parts: [part.left.total, part.right.total], total: part.total };
    return { size: part.size, left, right, total: fold.join([left.total, right.total], was) };
  };
  return regrow(tree, 0, places);
}

/** Whether a tree holds exactly these nodes in this order. */
export function holdsNodes<Node, Total>(tree: FoldTree<Node, Total> | null, nodes: readonly Node[]): boolean {
  const held: Node[] = [];
  forEachBunch(tree, (bunch) => held.push(...bunch.nodes));
  return held.length === nodes.length && held.every((node, at) => node === nodes[at]);
}

function bunchOf<Node, Total>(
  nodes: readonly Node[],
  measures: readonly Total[],
  { fold, was }: { readonly fold: Fold<Node, Total>; readonly was?: FoldBunch<Node, Total> },
): FoldBunch<Node, Total> {
  const [first, ...others] = measures;
  if (first === undefined) throw new RangeError('A bunch has at least one node');
  const before = was && { parts: was.measures, total: was.total };
  return { nodes, measures, total: fold.join([first, ...others], before) };
}

function joinNeighbours<Node, Total>(
  level: readonly FoldTree<Node, Total>[],
  fold: Fold<Node, Total>,
): FoldTree<Node, Total>[] {
  const joined: FoldTree<Node, Total>[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at], level[at + 1]];
    if (left === undefined) break;
    if (right === undefined) joined.push(left);
    else {
      const size = sizeOf(left) + sizeOf(right);
      joined.push({ size, left, right, total: fold.join([left.total, right.total]) });
    }
  }
  return joined;
}

function sizeOf<Node, Total>(tree: FoldTree<Node, Total>): number {
  return 'nodes' in tree ? tree.nodes.length : tree.size;
}

function forEachBunch<Node, Total>(
  tree: FoldTree<Node, Total> | null,
  visit: (bunch: FoldBunch<Node, Total>) => void,
): void {
  if (tree === null) return;
  if ('nodes' in tree) visit(tree);
  else {
    forEachBunch(tree.left, visit);
    forEachBunch(tree.right, visit);
  }
}
