import type { GridMeasure } from '#renderer/store/view-store.ts';
import type { Line } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { findRow } from '#shared/plan/table.ts';
import { lineTotals, type PeriodAmounts, sumAmounts } from '#shared/plan/totals.ts';
import { figuresOf } from './figures.ts';
import type { GridRow, RowFigures } from './grid-row.ts';

/** The figures of a version beside those of a row; null where the version has no such row. Over the version's own periods. */
export type VersionFigures = (row: GridRow) => RowFigures | null;

/**
 * Finds the figures of a version for the rows of the grid, by what the rows are about. A group's are the sum of the lines
 * that had this programme in the version, and the total's that of all its lines: lines that are gone count in them.
 */
export function makeVersionFigures(version: Plan, measure: GridMeasure): VersionFigures {
  const periods = version.axis.periods.length;
  const ofLine = (line: Line): PeriodAmounts =>
    measure === 'need' ? line.need.minor : lineTotals(version, line)[measure];
  const sums = new Map<string, RowFigures>();
  const sumOf = (name: string, lines: () => readonly Line[]): RowFigures => {
    const known = sums.get(name);
    if (known !== undefined) return known;
    const made = figuresOf(sumAmounts(lines().map(ofLine), periods));
    sums.set(name, made);
    return made;
  };
  const { rows } = version.lines;
  return (row) => {
    switch (row.kind) {
      case 'total':
        return sumOf('total', () => rows);
      case 'group':
        return sumOf(`group ${row.programme}`, () =>
          rows.filter(({ programme }) => programme === row.programme),
        );
      case 'line':
      case 'gone': {
        const line = findRow(version.lines, row.line);
        return line === undefined ? null : sumOf(`line ${line.id}`, () => [line]);
      }
      case 'allocation': {
        const allocation = findRow(version.allocations, row.allocation);
        return allocation === undefined ? null : figuresOf(allocation.amounts.minor);
      }
    }
  };
}
