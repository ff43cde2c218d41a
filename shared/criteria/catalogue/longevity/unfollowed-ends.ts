import type { Frame, FrameYear } from '../../frame.ts';
import type { LineNode, LinePart, SourceTerms } from '../../line-node.ts';
import type { Evidence } from '../../result.ts';

/**
 * The sources of a line whose window ends inside the plan while the line has need left in later years that no other
 * source pays anything of. The amount is that need, the period the first such year.
 */
export function unfollowedEnds(node: LineNode, { years }: Frame): readonly Evidence[] {
  const { line, parts, total } = node;
  // A source can pay for a line twice, once as match for another source; it ends once.
  const paying = new Map(parts.filter(isPaying).map(({ source }) => [source.id, source]));
  return [...paying.values()].flatMap((source) => {
    const left = yearsAfterWindow(source, years).filter(
      ({ at }) =>
        (total[at] ?? 0n) > 0n && !parts.some((part) => part.source.id !== source.id && pays(part, at)),
    );
    const [first] = left;
    if (first === undefined) return [];
    const minor = left.reduce((sum, { at }) => sum + (total[at] ?? 0n), 0n);
    return [{ line: line.id, source: source.id, period: first.id, minor }];
  });
}

/** The plan years that begin after a source's window has ended; none when it is open or not known. */
function yearsAfterWindow({ window }: SourceTerms, years: readonly FrameYear[]): readonly FrameYear[] {
  if (window === null || window === 'unknown') return [];
  return years.filter(({ start }) => start > window.to);
}

function isPaying({ allocation }: LinePart): boolean {
  return allocation.amounts.minor.some((amount) => amount !== null && amount > 0n);
}

function pays({ allocation }: LinePart, at: number): boolean {
  return (allocation.amounts.minor[at] ?? 0n) > 0n;
}
