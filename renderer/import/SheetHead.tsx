import { UnstyledButton } from '@mantine/core';
import { useSay } from '#renderer/app/texts.ts';
import { useImport } from './import-context.ts';
import { withYearToggled } from './import-draft.ts';
import classes from './sheet.module.css';
import { columnLetters } from './sheet-address.ts';
import { type ColumnLayout, HEAD_HEIGHT, GUTTER_WIDTH, type Span } from './sheet-layout.ts';
import type { TableView, YearMark } from './table-view.ts';

type SheetHeadProps = {
  readonly layout: ColumnLayout;
  readonly columns: Span;
  /** The table that is looked at. */
  readonly view: TableView | null;
};

/** The letters above the columns, and over each year column of the table the year, which a click leaves out or takes. */
export function SheetHead({ layout, columns, view }: SheetHeadProps) {
  const { first, last } = columns;
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return (
    <div className={classes['head']} role="row" aria-rowindex={1} style={{ height: HEAD_HEIGHT }}>
      <div
        className={classes['corner']}
        role="columnheader"
        aria-colindex={1}
        style={{ width: GUTTER_WIDTH }}
      />
      {shown.map((column) => (
        <div
          key={column}
          className={classes['letter']}
          role="columnheader"
          aria-colindex={column + 2}
          style={{ left: GUTTER_WIDTH + (layout.lefts[column] ?? 0), width: layout.widths[column] ?? 0 }}
        >
          <span>{columnLetters(column)}</span>
          <YearToggle column={column} year={view?.years.get(column)} />
        </div>
      ))}
    </div>
  );
}

function YearToggle({ column, year }: { readonly column: number; readonly year: YearMark | undefined }) {
  const say = useSay();
  const { table, setDraft } = useImport();
  if (year === undefined || table === null) return null;
  const { index, label, isTaken } = year;
  const state = say(isTaken ? 'window.import-year-taken' : 'window.import-year-left-out');
  return (
    <UnstyledButton
      className={classes['yearToggle'] ?? ''}
      aria-pressed={isTaken}
      aria-label={say({ id: 'window.import-year-column', values: { column: columnLetters(column), label } })}
      title={state}
      onClick={() => setDraft((before) => withYearToggled(before, table, index))}
    >
      {label}
    </UnstyledButton>
  );
}
