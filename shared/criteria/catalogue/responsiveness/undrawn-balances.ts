import type { Minor } from '../../../money/amount.ts';
import type { Source } from '../../../plan/source.ts';
import type { Frame, FrameYear } from '../../frame.ts';
import type { YearAward } from '../../source-awards.ts';

/**
 * What has been awarded and not drawn by the end of each year that has a drawn figure. The time before the plan counts
 * where its drawn figure is given: without one nothing says that its award is still there.
 */
export function undrawnBalances(
  source: Source,
  awards: readonly YearAward[],
  { axis }: Frame,
): readonly { readonly year: FrameYear; readonly balance: Minor; readonly award: Minor }[] {
  const drawn = source.drawn.minor;
  const drawnBefore = axis.before ? (drawn[0] ?? null) : null;
  let balance = drawnBefore === null ? 0n : (source.award.minor[0] ?? 0n) - drawnBefore;
  return awards.flatMap(({ year, award }) => {
    const figure = drawn[year.at] ?? null;
    balance += award - (figure ?? 0n);
    return figure === null ? [] : [{ year, balance, award }];
  });
}
