import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growTree, holdsNodes, regrowTree, reshapeTree, type Fold } from '#shared/criteria/fold-tree.ts';

type Word = { readonly text: string };

/** Joining texts is associative and keeps the order, so a wrong order shows. */
function counting(): Fold<Word, string> & { measures: number; joins: number } {
  const fold = {
    measures: 0,
    joins: 0,
    measure: ({ text }: Word) => {
      fold.measures += 1;
      return text;
    },
    join: (parts: readonly string[]) => {
      fold.joins += parts.length - 1;
      return parts.join('');
    },
  };
  return fold;
}

const words = fc.array(
  fc.string({ maxLength: 2 }).map((text): Word => ({ text })),
  { minLength: 1, maxLength: 70 },
);
const joined = (nodes: readonly Word[]) => nodes.map(({ text }) => text).join('');

describe('a fold tree', () => {
  it('totals its nodes in order', () => {
    fc.assert(
      fc.property(words, (nodes) => {
        expect(growTree(nodes, counting())?.total).toBe(joined(nodes));
      }),
    );
    expect(growTree([], counting())).toBeNull();
  });

  it('measures changed places alone, and joins the paths above them', () => {
    fc.assert(
      fc.property(words, fc.nat(), (nodes, seed) => {
        const tree = growTree(nodes, counting()) ?? expect.fail('no tree');
        const place = seed % nodes.length;
        const changed = nodes.with(place, { text: '!' });
        const fold = counting();
        const nodeAt = (at: number) => changed[at] ?? expect.fail('no node');
        expect(regrowTree(tree, [place], { nodeAt, fold }).total).toBe(joined(changed));
        expect(tree.total).toBe(joined(nodes));
        expect(fold.measures).toBe(1);
        expect(fold.joins).toBeLessThanOrEqual(3 + Math.max(0, Math.ceil(Math.log2(nodes.length / 4))));
      }),
    );
  });

  it('takes many changed places at once', () => {
    const nodes = Array.from({ length: 9 }, (_, index) => ({ text: String(index) }));
    const tree = growTree(nodes, counting()) ?? expect.fail('no tree');
    const fold = counting();
    const next = regrowTree(tree, [0, 4, 8], { nodeAt: () => ({ text: 'x' }), fold });
    expect(next.total).toBe('x123x567x');
    expect(fold.measures).toBe(3);
  });

  it('measures only new nodes when rows come, go and move', () => {
    const [a, b, c] = [{ text: 'a' }, { text: 'b' }, { text: 'c' }];
    const tree = growTree([a, b, c], counting());
    const fold = counting();
    expect(reshapeTree(tree, [c, { text: 'd' }, a], fold)?.total).toBe('cda');
    expect(fold.measures).toBe(1);
  });

  it('knows which nodes it holds', () => {
    const [a, b] = [{ text: 'a' }, { text: 'b' }];
    const tree = growTree([a, b], counting());
    expect(holdsNodes(tree, [a, b])).toBe(true);
    expect(holdsNodes(tree, [b, a])).toBe(false);
    expect(holdsNodes(tree, [a])).toBe(false);
    expect(holdsNodes(null, [])).toBe(true);
  });
});
