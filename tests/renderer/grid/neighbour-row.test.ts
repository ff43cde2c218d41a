import { expect, test } from 'vitest';
import type { GridRow } from '#renderer/grid/grid-row.ts';
import { neighbourRow } from '#renderer/grid/neighbour-row.ts';

const frame = { level: 0, title: '', isOpen: null, figures: { minor: [], total: null }, series: null };

function group(programme: string): GridRow {
  return { ...frame, kind: 'group', id: `group ${programme}`, programme, lineCount: 1 };
}

function line(id: string): GridRow {
  return { ...frame, kind: 'line', id: `line ${id}`, line: id, code: '', lineKind: 'capital' };
}

function funding(of: string, source: string): GridRow {
  const allocation = `${of} ${source}`;
  return { ...frame, kind: 'allocation', id: `allocation ${allocation}`, allocation, line: of, source };
}

const ROWS = [
  group('homes'),
  line('l1'),
  funding('l1', 's1'),
  funding('l1', 's2'),
  line('l2'),
  group('skills'),
  line('l3'),
];

test.each([
  ['a line gives way to the line behind it, over its own sources', line('l1'), 'l2', null],
  ['the last line of a programme to the one before it', line('l2'), 'l1', 's2'],
  ['the last line of all to the one before it', line('l3'), 'l2', null],
  ['a source to the next source', funding('l1', 's1'), 'l1', 's2'],
])('%s', (_name, going, expected, source) => {
  expect(neighbourRow(ROWS, going)).toEqual({ line: expected, source });
});

test('the first line of a plan, alone in its programme, gives way to the next programme’s', () => {
  const rows = [group('homes'), line('l1'), group('skills'), line('l3')];
  expect(neighbourRow(rows, line('l1'))).toEqual({ line: 'l3', source: null });
});

test('the only line leaves nothing, and a row that is gone neither', () => {
  expect(neighbourRow([group('homes'), line('l1')], line('l1'))).toBeNull();
  expect(neighbourRow(ROWS, line('l9'))).toBeNull();
});
