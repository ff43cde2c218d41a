import type { GridApi } from 'ag-grid-community';
import { CODE_COLUMN, KIND_COLUMN, TITLE_COLUMN, TOTAL_COLUMN } from './column-names.ts';
import type { GridRow } from './grid-row.ts';

/** Below this width the code and kind of a line give way to the years. */
const NARROW_PX = 800;
/** Below this width the total scrolls with the years. */
const TINY_PX = 460;

const TITLE_WIDTHS = { wide: 280, narrow: 200, tiny: 160 } as const;

/** Gives the years room in a narrow window, also one that is narrow because it is zoomed. */
export function fitColumns(api: GridApi<GridRow>, width: number): void {
  if (width === 0) return;
  const size = width < TINY_PX ? 'tiny' : width < NARROW_PX ? 'narrow' : 'wide';
  const isWide = size === 'wide';
  if (api.getColumn(CODE_COLUMN)?.isVisible() === isWide && size !== 'tiny') return;
  api.setColumnsVisible([CODE_COLUMN, KIND_COLUMN], isWide);
  api.setColumnsPinned([TOTAL_COLUMN], size === 'tiny' ? null : 'right');
  api.setColumnWidths([{ key: TITLE_COLUMN, newWidth: TITLE_WIDTHS[size] }]);
}
