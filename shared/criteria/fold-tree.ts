/**
 * What `measure` makes of each node, combined pairwise up to a total. An immutable tree: a change of one node makes
 * the path above it new, about log n joins, and shares the rest.
 */
export type FoldTree<Node, Total> =
  | FoldLeaf<Node, Total>
  | {
      readonly size: number;
      readonly left: FoldTree<Node, Total>;
      readonly right: FoldTree<Node, Total>;
      readonly total: Total;
    };
type FoldLeaf<Node, Total> = { readonly node: Node; readonly total: Total };

/** How nodes are measured and totals joined; `combine` is associative. */
export type Fold<Node, Total> = {
  readonly measure: (node: Node) => Total;
  readonly combine: (a: Total, b: Total) => Total;
};

/** Measures every node; null when there is none. */
export function growTree<Node, Total>(
  nodes: readonly Node[],
  fold: Fold<Node, Total>,
): FoldTree<Node, Total> | null {
  return growFrom(nodes, fold, (node) => ({ node, total: fold.measure(node) }));
}

/** Makes a tree for nodes in a new order or number; nodes that the old tree holds are not measured again. */
export function reshapeTree<Node, Total>(
  tree: FoldTree<Node, Total> | null,
  nodes: readonly Node[],
  fold: Fold<Node, Total>,
): FoldTree<Node, Total> | null {
  const known = new Map<Node, FoldLeaf<Node, Total>>();
  if (tree !== null) collectLeaves(tree, known);
  return growFrom(nodes, fold, (node) => known.get(node) ?? { node, total: fold.measure(node) });
}

/** Measures the nodes at these places (ascending) again; the shape stays. */
export function regrowTree<Node, Total>(
  tree: FoldTree<Node, Total>,
  places: readonly number[],
  change: { readonly nodeAt: (place: number) => Node; readonly fold: Fold<Node, Total> },
): FoldTree<Node, Total> {
  return regrowFrom(tree, 0, places);

  function regrowFrom(
    part: FoldTree<Node, Total>,
    from: number,
    within: readonly number[],
  ): FoldTree<Node, Total> {
    if (within.length === 0) return part;
    if ('node' in part) {
      const node = change.nodeAt(from);
      return { node, total: change.fold.measure(node) };
    }
    const middle = from + sizeOf(part.left);
    const cut = within.findIndex((place) => place >= middle);
    const split = cut === -1 ? within.length : cut;
    const left = regrowFrom(part.left, from, within.slice(0, split));
    const right = regrowFrom(part.right, middle, within.slice(split));
    return { size: part.size, left, right, total: change.fold.combine(left.total, right.total) };
  }
}

/** Whether a tree holds exactly these nodes in this order. */
export function holdsNodes<Node, Total>(tree: FoldTree<Node, Total> | null, nodes: readonly Node[]): boolean {
  let at = 0;
  const holds = (part: FoldTree<Node, Total>): boolean => {
    if (!('node' in part)) return holds(part.left) && holds(part.right);
    at += 1;
    return part.node === nodes[at - 1];
  };
  return (tree === null || holds(tree)) && at === nodes.length;
}

function growFrom<Node, Total>(
  nodes: readonly Node[],
  fold: Fold<Node, Total>,
  leafOf: (node: Node) => FoldLeaf<Node, Total>,
): FoldTree<Node, Total> | null {
  let level: FoldTree<Node, Total>[] = nodes.map(leafOf);
  while (level.length > 1) level = joinNeighbours(level, fold);
  return level[0] ?? null;
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
      joined.push({ size, left, right, total: fold.combine(left.total, right.total) });
    }
  }
  return joined;
}

function sizeOf<Node, Total>(tree: FoldTree<Node, Total>): number {
  return 'node' in tree ? 1 : tree.size;
}

function collectLeaves<Node, Total>(
  tree: FoldTree<Node, Total>,
  found: Map<Node, FoldLeaf<Node, Total>>,
): void {
  if ('node' in tree) found.set(tree.node, tree);
  else {
    collectLeaves(tree.left, found);
    collectLeaves(tree.right, found);
  }
}
