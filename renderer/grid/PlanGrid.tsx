import {
  type CellFocusedEvent,
  type ColDef,
  type GridApi,
  type GridOptions,
  type GridReadyEvent,
  ModuleRegistry,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { useOpenPlan } from '#renderer/app/app-context.ts';
import { pageNonce } from '#renderer/app/page-nonce.ts';
import { useLatest } from '#renderer/app/use-latest.ts';
import { showHistory, targetOfGridCell } from '#renderer/history/show-history.ts';
import { useHistoryKey } from '#renderer/history/use-history-key.ts';
import { toggled } from '#renderer/store/view-store.ts';
import { labelTreeRow } from './aria-tree.ts';
import type { GridRows } from './build-rows.ts';
import { TITLE_COLUMN } from './column-names.ts';
import { isOnExpander } from './expander.ts';
import { fitColumns } from './fit-columns.ts';
import { handleTreeKey } from './grid-keys.ts';
import { gridModules } from './grid-modules.ts';
import type { GridRow } from './grid-row.ts';
import { gridTheme } from './grid-theme.ts';
import classes from './grid.module.css';
import { RefusalNote } from './RefusalNote.tsx';
import { rowAt } from './row-at.ts';
import type { ShownVersion } from './shown-version.ts';
import { useCellInput } from './use-cell-input.ts';
import { useClipboard } from './use-clipboard.ts';
import { useColumns } from './use-columns.ts';
import { useEdgeKeys } from './use-edge-keys.ts';
import { useGridContext } from './use-grid-context.ts';
import { useMeasureChange } from './use-measure-change.ts';
import { useRefusal } from './use-refusal.ts';
import { useShownRows } from './use-shown-rows.ts';
import { useSoughtCell } from './use-sought-cell.ts';
import { useTypingKeys } from './use-typing-keys.ts';

ModuleRegistry.registerModules(gridModules);

type PlanGridProps = {
  readonly rows: GridRows;
  /** The versions whose figures stand beside the plan's. */
  readonly versions: readonly ShownVersion[];
  /** Told of the row in focus and its column. */
  readonly onFocus: (row: GridRow | null, column: string) => void;
};

/** The grid of lines by year. It shows rows and hands on what is typed; it never changes a row itself. */
export function PlanGrid({ rows, versions, onFocus }: PlanGridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const grid = useRef<GridApi<GridRow> | null>(null);
  const latest = useLatest(rows);
  const context = useGridContext(grid, versions);
  const input = useCellInput(versions);
  useTypingKeys(frame, grid);
  useEdgeKeys(frame, grid);
  const { view } = useOpenPlan();
  useHistoryKey(frame, grid, (row, column) => showHistory(view, targetOfGridCell(row, column)));
  const measure = useMeasureChange(grid);
  const showFirst = useShownRows({ frame, grid, rows });
  const [isReady, setIsReady] = useState(false);
  useSoughtCell(grid, rows, isReady);
  const refusal = useRefusal(frame, grid, input.explain, measure);
  useClipboard(frame, grid, input);
  const onReady = useCallback(
    ({ api }: GridReadyEvent<GridRow>) => {
      grid.current = api;
      showFirst(api);
      setIsReady(true);
    },
    [showFirst],
  );
  const handlers = useHandlers(latest, onFocus);
  return (
    <div className={classes['grid']} ref={frame}>
      <AgGridReact<GridRow>
        {...FIXED_OPTIONS}
        {...handlers}
        context={context}
        columnDefs={useColumns(rows, versions)}
        onGridReady={onReady}
        onCellEditRequest={input.onRequest}
      />
      <RefusalNote refusal={refusal} />
    </div>
  );
}

/** What the grid is told once. Each of these is the same object in every render, so that the grid has nothing to compare. */
const FIXED_OPTIONS: GridOptions<GridRow> = {
  theme: gridTheme,
  styleNonce: pageNonce,
  themeCssLayer: 'grid',
  getRowId: ({ data }) => data.id,
  getRowClass: ({ data }) => (data === undefined ? undefined : classes[`${data.kind}Row`]),
  readOnlyEdit: true,
  invalidEditValueMode: 'block',
  enterNavigatesVertically: true,
  enterNavigatesVerticallyAfterEdit: true,
  stopEditingWhenCellsLoseFocus: true,
  animateRows: false,
  suppressScrollOnNewData: true,
  suppressNoRowsOverlay: true,
  // Nothing can be done in a header: Tab goes straight to the figures.
  suppressHeaderFocus: true,
  tooltipShowDelay: 800,
  processRowPostCreate: labelTreeRow,
  onGridSizeChanged: ({ api, clientWidth }) => fitColumns(api, clientWidth),
};

function useHandlers(latest: RefObject<GridRows>, onFocus: PlanGridProps['onFocus']): GridOptions<GridRow> {
  const { view } = useOpenPlan();
  return useMemo(() => {
    const toggle = (id: string) => view.setState({ folded: toggled(view.getState().folded, id) });
    return {
      defaultColDef: makeDefaultColumn(() => latest.current.rows, toggle),
      onCellFocused: (event) => onFocus(rowInFocus(event), columnInFocus(event)),
      onCellClicked: ({ data, column, event }) => {
        const isTitle = column.getColId() === TITLE_COLUMN;
        if (isTitle && data?.isOpen != null && isOnExpander(event, data.level)) toggle(data.id);
      },
    };
  }, [latest, onFocus, view]);
}

function makeDefaultColumn(rows: () => readonly GridRow[], toggle: (id: string) => void): ColDef<GridRow> {
  return {
    sortable: false,
    resizable: true,
    suppressMovable: true,
    suppressHeaderMenuButton: true,
    cellDataType: false,
    suppressKeyboardEvent: (params) => handleTreeKey(params, rows(), toggle),
  };
}

function rowInFocus({ api, rowIndex, rowPinned }: CellFocusedEvent<GridRow>): GridRow | null {
  return rowIndex === null ? null : rowAt(api, rowIndex, rowPinned);
}

function columnInFocus({ column }: CellFocusedEvent<GridRow>): string {
  if (column === null) return '';
  return typeof column === 'string' ? column : column.getColId();
}
