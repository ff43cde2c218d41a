import { type CSSProperties, type RefObject, useMemo, useRef } from 'react';
import { useSay } from '#renderer/app/texts.ts';
import type { ChangeReader } from '#renderer/history/change-reader.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { ChangeRow } from './ChangeRow.tsx';
import { type AmountFormat, widestFigure } from './compared-amounts.ts';
import { rowsInView } from './rows-in-view.ts';
import { useListWindow } from './use-list-window.ts';
import type { ShowChange } from './use-show-change.ts';
import classes from './versions.module.css';

const COLUMNS = [
  'window.change-column-subject',
  'window.change-column-what',
  'window.change-column-period',
  'window.change-column-before',
  'window.change-column-after',
  'window.change-column-difference',
] as const;

/** The narrowest that a column of figures may be, in characters: its heading and short texts must fit. */
const LEAST_FIGURE = 12;

type TableProps = {
  readonly changes: readonly PlanChange[];
  readonly reader: ChangeReader;
  readonly format: AmountFormat | null;
  /** What scrolls the table. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly onShow: ShowChange;
};

/** Changes as rows of a table. Only the rows on screen are in the page: a list of ten thousand scrolls like one of ten. */
export function ChangeTable({ changes, reader, format, box, onShow }: TableProps) {
  const say = useSay();
  const canvas = useRef<HTMLDivElement>(null);
  const list = useListWindow(box, canvas);
  const { first, last } = rowsInView(list, changes.length);
  const widest = useMemo(() => (format === null ? 0 : widestFigure(changes, format)), [changes, format]);
  // React's type of styles knows no properties of one's own.
  const style = { '--figure-width': `${Math.max(LEAST_FIGURE, widest)}ch` } as CSSProperties;
  return (
    <div
      role="table"
      aria-label={say('window.changes')}
      aria-rowcount={changes.length + 1}
      aria-colcount={COLUMNS.length}
      style={style}
      data-stacked={list.isStacked}
    >
      <div className={classes['changeHead']} role="row" aria-rowindex={1}>
        {COLUMNS.map((column) => (
          <span key={column} role="columnheader">
            {say(column)}
          </span>
        ))}
      </div>
      <div
        ref={canvas}
        className={classes['canvas']}
        role="rowgroup"
        style={{ height: changes.length * list.rowHeight }}
      >
        {changes.slice(first, last).map((change, index) => (
          <ChangeRow
            key={first + index}
            row={first + index}
            top={(first + index) * list.rowHeight}
            change={change}
            reader={reader}
            format={format}
            onShow={onShow}
          />
        ))}
      </div>
    </div>
  );
}
