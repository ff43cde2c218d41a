import { expect, test } from 'vitest';
import { BLOCK_ROWS, makeSheetBlocks } from '#renderer/import/sheet-blocks.ts';
import { nextRowWithRole } from '#renderer/import/use-role-keys.ts';
import type { Answer, Api, Channel, SheetCells } from '#shared/api/api.ts';

const ROWS = 50_000;

/** A sheet of one amount a row, every tenth row a subtotal; answers as the planner does. */
function answerCells(firstRow: number, rows: number): SheetCells {
  const numbers = Array.from({ length: Math.min(rows, ROWS - firstRow) }, (_, index) => firstRow + index);
  return {
    firstRow,
    rows: numbers.length,
    columns: 2,
    cells: numbers.flatMap((row) => [
      { row, column: 1, text: String(row), number: true },
      { row, column: 0, text: 'Line', number: false },
    ]),
    roles: numbers.map((row) => ({ row, role: row % 10 === 9 ? 'subtotal' : 'data', table: 0 })),
  };
}

function openSheet(isBroken = () => false) {
  const asked: number[] = [];
  const call = <C extends Channel>(_: C, input: Api[C]['input']): Promise<Answer<C>> => {
    if (!('firstRow' in input)) throw new Error('Only cells are asked for here');
    asked.push(input.firstRow);
    const answer = isBroken()
      ? { ok: false, error: { code: 'not-reached', message: { id: 'planner.fault' } } }
      : { ok: true, value: answerCells(input.firstRow, input.rows) };
    // The only channel that is called here answers cells.
    return Promise.resolve(answer as Answer<C>);
  };
  return { blocks: makeSheetBlocks(call, { handle: 'h', sheet: 'Budget' }), asked };
}

const arrival = () => new Promise((resolve) => setTimeout(resolve, 0));

test('rows are fetched in blocks, each once, and only where somebody looks', async () => {
  const { blocks, asked } = openSheet();
  blocks.want(40_010, 40_050);
  blocks.want(40_020, 40_060);
  expect(blocks.row(40_011)).toBeUndefined();
  await arrival();
  blocks.want(40_010, 40_050);
  expect(asked).toEqual([40_000]);
  expect(blocks.row(40_011)?.cells.map(({ text }) => text)).toEqual(['Line', '40011']);
  expect(blocks.row(0)).toBeUndefined();
});

test('a look across a border of blocks fetches both', async () => {
  const { blocks, asked } = openSheet();
  blocks.want(BLOCK_ROWS - 1, BLOCK_ROWS);
  await arrival();
  expect(asked).toEqual([0, BLOCK_ROWS]);
});

test('a block that did not come is asked for again', async () => {
  let isBroken = true;
  const { blocks, asked } = openSheet(() => isBroken);
  blocks.want(0, 10);
  await arrival();
  isBroken = false;
  blocks.want(0, 10);
  await arrival();
  expect(asked).toEqual([0, 0]);
  expect(blocks.row(3)?.roles).toEqual([{ row: 3, role: 'data', table: 0 }]);
});

test('listeners hear of each block', async () => {
  const { blocks } = openSheet();
  const versions: number[] = [];
  const stop = blocks.subscribe(() => versions.push(blocks.version()));
  blocks.want(0, 10);
  await arrival();
  stop();
  blocks.want(1000, 1010);
  await arrival();
  expect(versions).toEqual([1]);
});

test('keys go to the nearest row that has a role, over rows that have none', () => {
  const roles = new Map([
    [2, { row: 2, role: 'data', table: 0 } as const],
    [7, { row: 7, role: 'total', table: 0 } as const],
    [8, { row: 8, role: 'header', table: 1 } as const],
  ]);
  const row = (at: number) => {
    const role = roles.get(at);
    return role === undefined ? null : { cells: [], roles: [role] };
  };
  expect(nextRowWithRole({ row }, 2, 1)).toBe(7);
  expect(nextRowWithRole({ row }, 7, -1)).toBe(2);
  expect(nextRowWithRole({ row }, 7, 1)).toBeNull();
  expect(nextRowWithRole({ row }, 2, -1)).toBeNull();
});
