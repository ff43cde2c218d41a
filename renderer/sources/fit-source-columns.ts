import type { GridApi } from 'ag-grid-community';
import { FIGURE_COLUMNS, FUNDER_COLUMN, NAME_COLUMN, TYPE_COLUMN, WINDOW_COLUMN } from './source-columns.ts';
import type { SourceRow } from './source-rows.ts';

/** Below these widths what the terms say anyway gives way to the years, and then the sums scroll with them. */
const ROOMY_PX = 1280;
const NARROW_PX = 860;

const NAME_WIDTHS = { roomy: 210, usual: 200, narrow: 168 } as const;
type Size = keyof typeof NAME_WIDTHS;

/** How much of a source beside its years fits into a grid of this width. */
export function sizeOfGrid(width: number): Size {
  if (width >= ROOMY_PX) return 'roomy';
  return width >= NARROW_PX ? 'usual' : 'narrow';
}

/** Room for the longest word of a certainty. */
export const CERTAINTY_WIDTH = 118;
/** Gives the years room in a narrow grid. */
export function fitSourceColumns(api: GridApi<SourceRow>, width: number): void {
  if (width === 0) return;
  const size = sizeOfGrid(width);
  api.setColumnsVisible([TYPE_COLUMN, WINDOW_COLUMN], size === 'roomy');
  api.setColumnsVisible([FUNDER_COLUMN], size !== 'narrow');
  api.setColumnsPinned([...FIGURE_COLUMNS], size === 'narrow' ? null : 'right');
  api.setColumnWidths([{ key: NAME_COLUMN, newWidth: NAME_WIDTHS[size] }]);
}
