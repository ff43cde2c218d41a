import { type KeyboardEvent, memo } from 'react';
import { useSay } from '#renderer/app/texts.ts';
import type { SheetCell } from '#shared/api/api.ts';
import { ROW_ROLES, type RowRole } from '#shared/api/import-report.ts';
import classes from './sheet.module.css';
import type { SheetRow } from './sheet-blocks.ts';
import { type ColumnLayout, GUTTER_WIDTH, HEAD_HEIGHT, ROW_HEIGHT } from './sheet-layout.ts';
import type { TableView } from './table-view.ts';
import { roleId } from './use-role-keys.ts';

export type RoleChange = {
  readonly table: number;
  readonly row: number;
  readonly role: RowRole;
  readonly read: RowRole | 'header';
};

type SheetRowProps = {
  readonly row: number;
  /** Null for a row without anything, and while it is being fetched. */
  readonly data: SheetRow | null;
  /** The table whose role the row shows. */
  readonly table: number;
  readonly role: RowRole | 'header' | null;
  readonly read: RowRole | 'header' | null;
  readonly view: TableView | null;
  readonly layout: ColumnLayout;
  readonly first: number;
  readonly last: number;
  /** Whether the Tab key comes to this row's role. */
  readonly isActive: boolean;
  /** The column of the cell to be pointed out. */
  readonly spot: number | null;
  readonly onRole: (change: RoleChange) => void;
  readonly onKey: (event: KeyboardEvent<HTMLSelectElement>, row: number) => void;
  readonly onFocus: (row: number) => void;
};

/** One row of the sheet with its number and what it is; it is drawn again only when something of it changed. */
export const SheetRowView = memo(function SheetRowView(props: SheetRowProps) {
  const { row, data, role, view, first, last, layout, spot } = props;
  const isTaken = role === 'data' && view?.isTaken === true;
  const cells = (data?.cells ?? []).filter(({ column, text, number }) => {
    // A long text left of the screen may run into it.
    const reach = number ? column : column + Math.ceil(text.length / 8);
    return column <= last && reach >= first;
  });
  return (
    <div
      className={classes['row']}
      role="row"
      aria-rowindex={row + 2}
      data-role={role ?? undefined}
      data-taken={view === null ? undefined : view.isTaken}
      style={{ transform: `translateY(${HEAD_HEIGHT + row * ROW_HEIGHT}px)` }}
    >
      <div className={classes['gutter']} role="rowheader" aria-colindex={1} style={{ width: GUTTER_WIDTH }}>
        <RoleChoice {...props} />
        <span className={classes['number']}>{row + 1}</span>
      </div>
      {cells.map((cell) => (
        <Cell
          key={cell.column}
          cell={cell}
          layout={layout}
          end={endOf(cell, data?.cells ?? [], layout)}
          isTaken={isTaken && view.figures.has(cell.column)}
          isFigure={view?.years.has(cell.column) === true}
        />
      ))}
      {spot !== null && (
        <div
          className={classes['spot']}
          style={{ left: GUTTER_WIDTH + (layout.lefts[spot] ?? 0), width: layout.widths[spot] ?? 0 }}
        />
      )}
    </div>
  );
});

function RoleChoice({ row, table, role, read, isActive, onRole, onKey, onFocus }: SheetRowProps) {
  const say = useSay();
  if (role === null || read === null) return <span className={classes['role']} />;
  if (role === 'header') return <span className={classes['role']}>{say('window.import-role-header')}</span>;
  const isChanged = role !== read;
  return (
    <select
      id={roleId(row)}
      className={classes['role']}
      tabIndex={isActive ? 0 : -1}
      value={role}
      data-changed={isChanged}
      title={
        isChanged
          ? say({ id: 'window.import-role-changed', values: { read: say(`window.import-role-${read}`) } })
          : undefined
      }
      aria-label={say({ id: 'window.import-row-role', values: { row: row + 1 } })}
      onFocus={() => onFocus(row)}
      onKeyDown={(event) => onKey(event, row)}
      onChange={(event) => {
        const chosen = ROW_ROLES.find((each) => each === event.currentTarget.value);
        if (chosen !== undefined) onRole({ table, row, role: chosen, read });
      }}
    >
      {ROW_ROLES.map((each) => (
        <option key={each} value={each}>
          {say(`window.import-role-${each}`)}
        </option>
      ))}
    </select>
  );
}

type CellProps = {
  readonly cell: SheetCell;
  readonly layout: ColumnLayout;
  readonly end: number;
  readonly isTaken: boolean;
  readonly isFigure: boolean;
};

function Cell({ cell: { column, text, number }, layout, end, isTaken, isFigure }: CellProps) {
  const left = layout.lefts[column] ?? 0;
  return (
    <div
      className={classes['cell']}
      role="gridcell"
      aria-colindex={column + 2}
      data-number={number}
      data-taken={isTaken}
      data-figure={isFigure}
      style={{ left: GUTTER_WIDTH + left, width: Math.max(0, end - left) }}
    >
      {text}
    </div>
  );
}

/** Where a cell's text ends: figures keep to their column, words run on over empty cells as in a spreadsheet. */
function endOf({ column, number }: SheetCell, cells: readonly SheetCell[], { lefts }: ColumnLayout): number {
  if (number) return lefts[column + 1] ?? 0;
  const next = cells.find((each) => each.column > column);
  return (next === undefined ? lefts.at(-1) : lefts[next.column]) ?? 0;
}
