import type { ImportHandle, SheetCell, SheetCells, Transport } from '#shared/api/api.ts';

/** Rows asked for at a time. */
export const BLOCK_ROWS = 200;
/** More blocks than this are let go, oldest first. */
const MOST_BLOCKS = 40;

type Role = SheetCells['roles'][number];

/** One row of the sheet as it came; a row without anything is not in a block. */
export type SheetRow = { readonly cells: readonly SheetCell[]; readonly roles: readonly Role[] };

type Block = ReadonlyMap<number, SheetRow>;

/** The rows of one sheet, fetched as they are looked at. */
export type SheetBlocks = {
  /** The row; null when it is empty, undefined while it is not there yet. */
  readonly row: (row: number) => SheetRow | null | undefined;
  /** Asks for what is not there yet of some rows. */
  readonly want: (first: number, last: number) => void;
  /** Changes with every block that arrives. */
  readonly subscribe: (onChange: () => void) => () => void;
  readonly version: () => number;
  /** The cells of the block that came first, by which columns are laid out; null before. */
  readonly sample: () => readonly SheetCell[] | null;
};

/** Makes the store of a sheet's rows. A block that could not be fetched is asked for again the next time it is wanted. */
export function makeSheetBlocks(
  call: Transport['call'],
  { handle, sheet }: { readonly handle: ImportHandle; readonly sheet: string },
): SheetBlocks {
  const blocks = new Map<number, Block>();
  const asked = new Set<number>();
  const listeners = new Set<() => void>();
  let version = 0;
  let sample: readonly SheetCell[] | null = null;
  const take = (index: number, cells: SheetCells) => {
    sample ??= cells.cells;
    blocks.set(index, toBlock(cells));
    const [oldest] = blocks.keys();
    if (blocks.size > MOST_BLOCKS && oldest !== undefined) blocks.delete(oldest);
    version += 1;
    for (const listener of listeners) listener();
  };
  const fetchBlock = async (index: number) => {
    asked.add(index);
    const window = { firstRow: index * BLOCK_ROWS, rows: BLOCK_ROWS };
    const answer = await call('import/get-cells', { handle, sheet, ...window });
    asked.delete(index);
    if (answer.ok) take(index, answer.value);
  };
  return {
    row: (row) => {
      const block = blocks.get(Math.floor(row / BLOCK_ROWS));
      return block === undefined ? undefined : (block.get(row) ?? null);
    },
    want: (first, last) => {
      for (let index = Math.floor(first / BLOCK_ROWS); index * BLOCK_ROWS <= last; index += 1) {
        if (!blocks.has(index) && !asked.has(index)) void fetchBlock(index);
      }
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    version: () => version,
    sample: () => sample,
  };
}

function toBlock({ cells, roles }: SheetCells): Block {
  const rows = new Map<number, { cells: SheetCell[]; roles: Role[] }>();
  const rowOf = (row: number) => {
    const known = rows.get(row);
    if (known !== undefined) return known;
    const made = { cells: [], roles: [] };
    rows.set(row, made);
    return made;
  };
  for (const cell of cells) rowOf(cell.row).cells.push(cell);
  for (const role of roles) rowOf(role.row).roles.push(role);
  for (const row of rows.values()) row.cells.sort((a, b) => a.column - b.column);
  return rows;
}
