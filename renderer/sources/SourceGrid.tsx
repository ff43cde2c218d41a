import { type CellFocusedEvent, type GridApi, type IRowNode, ModuleRegistry } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { useOpenPlan, usePlanState, useViewState } from '#renderer/app/app-context.ts';
import { pageNonce } from '#renderer/app/page-nonce.ts';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { cellText } from '#renderer/grid/amount-texts.ts';
import { amountWidth } from '#renderer/grid/amount-width.ts';
import { columnOfPeriod } from '#renderer/grid/column-names.ts';
import { gridModules } from '#renderer/grid/grid-modules.ts';
import { gridTheme } from '#renderer/grid/grid-theme.ts';
import gridClasses from '#renderer/grid/grid.module.css';
import { RefusalNote } from '#renderer/grid/RefusalNote.tsx';
import { useClipboard } from '#renderer/grid/use-clipboard.ts';
import { useRefusal } from '#renderer/grid/use-refusal.ts';
import { useTypingKeys } from '#renderer/grid/use-typing-keys.ts';
import { showHistory, targetOfSourceCell } from '#renderer/history/show-history.ts';
import { useHistoryKey } from '#renderer/history/use-history-key.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { CERTAINTY_WIDTH, fitSourceColumns } from './fit-source-columns.ts';
import { buildSourceColumns, FIGURE_COLUMNS, WINDOW_COLUMN } from './source-columns.ts';
import type { SourceRow, SourceRows } from './source-rows.ts';
import { useSoughtSource } from './use-sought-source.ts';
import { sourceFormat, useSourceContext } from './use-source-context.ts';
import { useSourceInput } from './use-source-input.ts';

ModuleRegistry.registerModules(gridModules);

type SourceGridProps = {
  readonly rows: SourceRows;
  /** Told of the source in focus and its column. */
  readonly onFocus: (source: string | null, column: string) => void;
  /** The terms of a source are asked for. */
  readonly onTerms: (source: string) => void;
};

const DEFAULT_COLUMN = {
  sortable: false,
  resizable: true,
  suppressMovable: true,
  suppressHeaderMenuButton: true,
  cellDataType: false,
} as const;

/** The grid of sources by year. It shows rows and hands on what is typed; it never changes a row itself. */
export function SourceGrid({ rows, onFocus, onTerms }: SourceGridProps) {
  const say = useSay();
  const frame = useRef<HTMLDivElement>(null);
  const grid = useRef<GridApi<SourceRow> | null>(null);
  const context = useSourceContext(grid);
  const input = useSourceInput();
  useTypingKeys(frame, grid);
  const { view } = useOpenPlan();
  useHistoryKey(frame, grid, (row, column) =>
    showHistory(view, targetOfSourceCell(row, column, view.getState().sourcesMeasure)),
  );
  const refusal = useRefusal(frame, grid, input.explain);
  const columns = useSourceColumns(input.onCertainty);
  const showSought = useSoughtSource(grid, onTerms);
  const setWidths = useAmountWidths(grid, rows);
  useClipboard(frame, grid, input);
  return (
    <div className={gridClasses['grid']} ref={frame}>
      <AgGridReact<SourceRow>
        theme={gridTheme}
        styleNonce={pageNonce}
        themeCssLayer="grid"
        context={context}
        columnDefs={columns}
        defaultColDef={DEFAULT_COLUMN}
        rowData={[...rows.rows]}
        pinnedBottomRowData={[rows.total]}
        getRowId={({ data }) => data.id}
        getRowClass={({ data }) => (data?.source === null ? gridClasses['totalRow'] : undefined)}
        readOnlyEdit
        invalidEditValueMode="block"
        enterNavigatesVertically
        enterNavigatesVerticallyAfterEdit
        stopEditingWhenCellsLoseFocus
        animateRows={false}
        suppressScrollOnNewData
        suppressNoRowsOverlay
        tooltipShowDelay={800}
        onGridReady={({ api }) => {
          grid.current = api;
          setWidths();
          const name = frame.current?.querySelector('[role="grid"], [role="treegrid"]');
          name?.setAttribute('aria-label', say('window.sources-grid'));
        }}
        onGridSizeChanged={({ api, clientWidth }) => fitSourceColumns(api, clientWidth)}
        onFirstDataRendered={showSought}
        onRowDataUpdated={showSought}
        onCellEditRequest={input.onRequest}
        onCellFocused={(event) => onFocus(...focusOf(event))}
        onCellDoubleClicked={({ column, data }) => {
          if (column.getColId() === WINDOW_COLUMN && data !== undefined && data.source !== null)
            onTerms(data.id);
        }}
      />
      <RefusalNote refusal={refusal} />
    </div>
  );
}

/** Keeps every amount wholly in sight, however large the sums become. */
function useAmountWidths(
  grid: RefObject<GridApi<SourceRow> | null>,
  { rows, total }: SourceRows,
): () => void {
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const scale = useViewState((view) => view.scale);
  const format = sourceFormat(plan, scale);
  const figures = [...rows, total].flatMap((row) => [row.total, row.allocated, row.left, ...row.award]);
  const newWidth = amountWidth(figures.map((minor) => cellText(minor, format)));
  const { periods } = plan.axis;
  const periodWidth =
    useViewState(({ sourcesMeasure }) => sourcesMeasure) === 'award' ? newWidth : CERTAINTY_WIDTH;
  const set = useCallback(() => {
    const years = periods.map((period) => ({ key: columnOfPeriod(period), newWidth: periodWidth }));
    grid.current?.setColumnWidths([...years, ...FIGURE_COLUMNS.map((key) => ({ key, newWidth }))]);
  }, [grid, periods, newWidth, periodWidth]);
  useEffect(set, [set]);
  return set;
}

/** Figures change no column: only the years, the words and what the years show do. */
function useSourceColumns(onCertainty: ReturnType<typeof useSourceInput>['onCertainty']) {
  const say = useSay();
  const formats = useFormats();
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const measure = useViewState((view) => view.sourcesMeasure);
  const { axis, asOf, calendar } = plan;
  return useMemo(
    () => buildSourceColumns({ plan, say, formats, measure, onCertainty }),
    // The columns read nothing else of the plan.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [axis, asOf, calendar, say, formats, measure, onCertainty],
  );
}

function focusOf({
  api,
  rowIndex,
  rowPinned,
  column,
}: CellFocusedEvent<SourceRow>): [source: string | null, column: string] {
  const name = column === null ? '' : typeof column === 'string' ? column : column.getColId();
  if (rowIndex === null) return [null, name];
  const node: IRowNode<SourceRow> | null | undefined =
    rowPinned === 'bottom' ? api.getPinnedBottomRow(rowIndex) : api.getDisplayedRowAtIndex(rowIndex);
  return [node?.data?.id ?? null, name];
}
