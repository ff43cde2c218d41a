import { expect, test } from 'vitest';
import {
  layOutColumns,
  ROW_HEIGHT,
  scrollToReach,
  scrollToShow,
  visibleColumns,
  visibleRows,
} from '#renderer/import/sheet-layout.ts';

const cell = (row: number, column: number, text: string, number = false) => ({ row, column, text, number });

test('only the rows on screen are drawn, whatever the size of the sheet', () => {
  expect(visibleRows(0, 480, 1_000_000)).toEqual({ first: 0, last: 28 });
  expect(visibleRows(50_000 * ROW_HEIGHT, 480, 1_000_000)).toEqual({ first: 49_992, last: 50_028 });
  expect(visibleRows(0, 480, 3)).toEqual({ first: 0, last: 2 });
});

test('a text that runs over empty cells needs no width of its own', () => {
  const title = 'All funds, expenditure by category, five years';
  const { widths } = layOutColumns(3, [cell(0, 0, title), cell(1, 0, 'Salaries'), cell(1, 1, '12', true)]);
  expect(widths[0]).toBeLessThan(100);
  expect(widths[2]).toBe(44);
  expect(layOutColumns(2, [cell(0, 0, title), cell(0, 1, 'x')]).widths[0]).toBeGreaterThan(250);
});

test('only the columns on screen are drawn', () => {
  const layout = layOutColumns(100, []);
  const width = layout.widths[0] ?? 0;
  expect(visibleColumns(0, width * 3, layout)).toEqual({ first: 0, last: 2 });
  expect(visibleColumns(width * 10 + 1, width, layout)).toEqual({ first: 10, last: 11 });
  expect(visibleColumns(0, 500, layOutColumns(0, []))).toEqual({ first: 0, last: -1 });
});

test('what is in view already is not scrolled', () => {
  const view = { scroll: 100, size: 300 };
  expect(scrollToShow({ start: 120, size: 24 }, view)).toBe(100);
  expect(scrollToShow({ start: 1000, size: 24 }, view)).toBe(900);
  expect(scrollToShow({ start: 0, size: 24 }, view)).toBe(0);
});

test('a column is reached without scrolling further than needed', () => {
  const view = { scroll: 100, size: 300 };
  expect(scrollToReach({ start: 120, size: 80 }, view)).toBe(100);
  expect(scrollToReach({ start: 380, size: 80 }, view)).toBe(160);
  expect(scrollToReach({ start: 40, size: 80 }, view)).toBe(40);
});
