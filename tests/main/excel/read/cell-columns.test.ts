import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCellGatherer } from '#main/excel/read/cell-columns.ts';
import type { CellColumns, NewCell } from '#main/excel/read/cell-columns.ts';

function toCells(columns: CellColumns): NewCell[] {
  return Array.from(columns.rowNumbers).flatMap((row, place) => {
    const cells: NewCell[] = [];
    for (let index = columns.rowStarts[place] ?? 0; index < (columns.rowStarts[place + 1] ?? 0); index += 1) {
      cells.push({
        row,
        column: columns.columns[index] ?? -1,
        kind: columns.kinds[index] ?? -1,
        style: columns.styles[index] ?? -1,
        text: columns.texts[index] ?? -1,
        formula: columns.formulas[index] ?? 0,
      });
    }
    return cells;
  });
}

const anyCell = fc.record({
  row: fc.oneof(fc.nat(5), fc.nat(1_048_575)),
  column: fc.oneof(fc.nat(5), fc.nat(16_383)),
  kind: fc.nat(5),
  style: fc.nat(65_535),
  text: fc.nat(1_000_000),
  formula: fc.nat(3),
});

test('cells in any order come out by row and column, the last of two at one place', () => {
  fc.assert(
    fc.property(fc.array(anyCell), (cells) => {
      const gatherer = createCellGatherer();
      for (const cell of cells) gatherer.add(cell);
      const byPlace = new Map(cells.map((cell) => [cell.row * 16_384 + cell.column, cell]));
      const expected = [...byPlace.entries()].sort(([a], [b]) => a - b).map(([, cell]) => cell);
      expect(toCells(gatherer.finish())).toEqual(expected);
    }),
  );
});

test('many cells in order are kept', () => {
  const gatherer = createCellGatherer();
  for (let row = 0; row < 500; row += 1) {
    for (let column = 0; column < 30; column += 1) {
      gatherer.add({ row, column, kind: 1, style: column, text: row, formula: row === 499 ? 7 : 0 });
    }
  }
  const cells = toCells(gatherer.finish());
  expect(cells).toHaveLength(15_000);
  expect(cells.at(-1)).toEqual({ row: 499, column: 29, kind: 1, style: 29, text: 499, formula: 7 });
  expect(cells[14_969]?.formula).toBe(0);
});
