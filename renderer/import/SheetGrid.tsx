import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useApp } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import type { SheetSummary } from '#shared/api/import-report.ts';
import { useImport } from './import-context.ts';
import { withRowRole } from './import-draft.ts';
import classes from './sheet.module.css';
import { makeSheetBlocks, type SheetBlocks } from './sheet-blocks.ts';
import { SheetHead } from './SheetHead.tsx';
import {
  type ColumnLayout,
  GUTTER_WIDTH,
  HEAD_HEIGHT,
  layOutColumns,
  ROW_HEIGHT,
  scrollToReach,
  scrollToShow,
  visibleColumns,
  visibleRows,
} from './sheet-layout.ts';
import { type RoleChange, SheetRowView } from './SheetRowView.tsx';
import { rowMark, tableViews } from './table-view.ts';
import { useRoleKeys } from './use-role-keys.ts';
import { useViewport, type Viewport } from './use-viewport.ts';

/** A sheet of any size: only the rows and columns on screen are in the page, and only they are fetched. */
export function SheetGrid({ sheet }: { readonly sheet: SheetSummary }) {
  const say = useSay();
  const { report, draft, setDraft, table, spot } = useImport();
  const box = useRef<HTMLDivElement>(null);
  const { viewport, measure } = useViewport(box);
  const { blocks, layout } = useSheet(sheet);
  const views = useMemo(() => tableViews(report.tables, draft.tables), [report.tables, draft.tables]);
  const [active, setActive] = useState<number | null>(null);
  const rows = rowsOnScreen(viewport, sheet.rows, active);
  const columns = visibleColumns(viewport.left, viewport.width - GUTTER_WIDTH, layout);
  const bodyHeight = Math.max(ROW_HEIGHT, viewport.height - HEAD_HEIGHT);
  const onKey = useRoleKeys({ blocks, box, bodyHeight, setActive, measure });
  const onRole = useCallback(
    ({ table: of, ...change }: RoleChange) => setDraft((before) => withRowRole(before, of, change)),
    [setDraft],
  );
  useWantedRows(blocks, rows);
  useSpot(box, layout, measure);
  const marks = rows.map((row) => {
    const data = blocks.row(row);
    return { row, data, mark: data ? rowMark(row, data, { views, table }) : null };
  });
  const firstWithRole = marks.find(({ mark }) => mark !== null && mark.role !== 'header')?.row;
  const size = {
    width: GUTTER_WIDTH + (layout.lefts.at(-1) ?? 0),
    height: HEAD_HEIGHT + sheet.rows * ROW_HEIGHT,
  };
  return (
    <div ref={box} className={classes['scroller']} tabIndex={-1}>
      <p id="sheet-keys" className={classes['unseen']}>
        {say('window.import-sheet-keys')}
      </p>
      <div
        className={classes['canvas']}
        style={size}
        role="grid"
        aria-label={sheet.name}
        aria-describedby="sheet-keys"
        aria-rowcount={sheet.rows + 1}
        aria-colcount={sheet.columns + 1}
      >
        <SheetHead layout={layout} columns={columns} view={table === null ? null : (views[table] ?? null)} />
        {marks.map(({ row, data, mark }) => (
          <SheetRowView
            key={row}
            row={row}
            data={data ?? null}
            table={mark?.table ?? -1}
            role={mark?.role ?? null}
            read={mark?.read ?? null}
            view={mark === null ? null : (views[mark.table] ?? null)}
            layout={layout}
            first={columns.first}
            last={columns.last}
            isActive={(active ?? firstWithRole) === row}
            spot={
              spot?.isMarked === true && spot.sheet === sheet.name && spot.row === row ? spot.column : null
            }
            onRole={onRole}
            onKey={onKey}
            onFocus={setActive}
          />
        ))}
      </div>
    </div>
  );
}

/** The rows of a sheet as they arrive, and its columns laid out by those that came first. */
function useSheet({ name, columns }: SheetSummary): {
  readonly blocks: SheetBlocks;
  readonly layout: ColumnLayout;
} {
  const { transport } = useApp();
  const { handle } = useImport();
  const blocks = useMemo(
    () => makeSheetBlocks(transport.call, { handle, sheet: name }),
    [transport, handle, name],
  );
  useSyncExternalStore(blocks.subscribe, blocks.version);
  const sample = blocks.sample();
  const layout = useMemo(() => layOutColumns(columns, sample ?? []), [columns, sample]);
  return { blocks, layout };
}

/** The rows on screen and the one in focus, which stays in the page so that the focus is never lost by scrolling. */
function rowsOnScreen({ top, height }: Viewport, count: number, active: number | null): readonly number[] {
  const { first, last } = visibleRows(top, Math.max(0, height - HEAD_HEIGHT), count);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return active === null || (active >= first && active <= last) ? rows : [...rows, active];
}

function useWantedRows(blocks: SheetBlocks, rows: readonly number[]): void {
  const [first, last] = [rows[0], rows.at(-1)];
  useEffect(() => {
    if (first !== undefined && last !== undefined) blocks.want(first, Math.max(first, last));
  }, [blocks, first, last]);
}

/** Scrolls to the cell that is asked for: a table to its head, a single cell into view. */
function useSpot(box: React.RefObject<HTMLElement | null>, layout: ColumnLayout, measure: () => void): void {
  const { spot } = useImport();
  const done = useRef<typeof spot>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || spot === null || done.current === spot) return;
    done.current = spot;
    const top = { start: spot.row * ROW_HEIGHT, size: ROW_HEIGHT };
    const left = { start: layout.lefts[spot.column] ?? 0, size: layout.widths[spot.column] ?? 0 };
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = element;
    element.scrollTo({
      top: spot.isMarked
        ? scrollToShow(top, { scroll: scrollTop, size: clientHeight - HEAD_HEIGHT })
        : Math.max(0, top.start - 2 * ROW_HEIGHT),
      left: scrollToReach(left, { scroll: scrollLeft, size: clientWidth - GUTTER_WIDTH }),
    });
    measure();
  }, [box, spot, layout, measure]);
}
