import type { Say } from '#renderer/app/texts.ts';
import type { YearAxis } from '#shared/plan/axis.ts';
import type { GridRows } from './build-rows.ts';
import { figuresOf } from './figures.ts';
import { type GridRow, lineRowId } from './grid-row.ts';
import type { ShownVersion } from './shown-version.ts';

/** The lines that only the versions on screen have, each once, in the order of the versions. */
export function goneRows(
  { at, axis }: { readonly at: ReadonlyMap<string, number>; readonly axis: YearAxis },
  versions: readonly ShownVersion[],
  say: Say,
): readonly GridRow[] {
  const blank = figuresOf(axis.periods.map(() => null));
  const gone = new Map<string, GridRow>();
  for (const { plan: version } of versions) {
    for (const { id, title } of version.lines.rows) {
      if (at.has(id) || gone.has(id)) continue;
      gone.set(id, {
        kind: 'gone',
        id: lineRowId(id),
        level: 0,
        title: say({ id: 'window.row-gone', values: { title } }),
        isOpen: null,
        figures: blank,
        series: null,
        line: id,
      });
    }
  }
  return [...gone.values()];
}

/** The rows of the plan with those of lines that are gone behind them. */
export function withGoneRows(rows: GridRows, gone: readonly GridRow[]): GridRows {
  return gone.length === 0 ? rows : { ...rows, rows: [...rows.rows, ...gone] };
}
