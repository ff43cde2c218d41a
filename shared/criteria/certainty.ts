import type { Frame } from './frame.ts';
import { missingOf, NOTHING_MISSING, type MissingList } from './missing.ts';
import { periodsUsed, type SourceNode } from './source-node.ts';
import { holdsPeriod } from './sums.ts';

/** The plan years in which a source pays for something and nobody has said how certain it is. */
export function missingCertainty(node: SourceNode, { years }: Frame): MissingList {
  const used = periodsUsed(node);
  if (used === 0n) return NOTHING_MISSING;
  const { id: source, certainty } = node.source;
  const blank = years.filter(({ at }) => holdsPeriod(used, at) && (certainty[at] ?? null) === null);
  return missingOf(blank.map(({ id }) => ({ line: null, source, period: id, field: 'certainty' })));
}
