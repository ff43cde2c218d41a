import { columnOfPeriod, markKey } from '#renderer/grid/column-names.ts';
import type { CheckResult, CheckState } from '#shared/criteria/result.ts';
import { NAME_COLUMN } from './source-columns.ts';

const NO_MARKS: ReadonlyMap<string, CheckState> = new Map();

/** The cells of sources that a check points at, or that it misses: terms are marked at the source's name. */
export function sourceMarks(result: CheckResult | undefined): ReadonlyMap<string, CheckState> {
  if (result === undefined) return NO_MARKS;
  const cells = [...result.evidence, ...result.missing].flatMap(({ line, source, period }) =>
    source === null || line !== null
      ? []
      : [markKey(source, period === null ? NAME_COLUMN : columnOfPeriod(period))],
  );
  return new Map(cells.map((cell) => [cell, result.state]));
}
