import { memo, type ReactNode } from 'react';
import { viewOfChange } from '#renderer/history/change-place.ts';
import type { ChangeReader } from '#renderer/history/change-reader.ts';
import type { Minor } from '#shared/money/amount.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { type ChangeCells, cellsOfChange, differenceOf } from './change-cells.ts';
import { type AmountFormat, figure, signedFigure } from './compared-amounts.ts';
import type { ShowChange } from './use-show-change.ts';
import classes from './versions.module.css';

type RowProps = {
  readonly row: number;
  /** Where it stands, in pixels from the top of the list. */
  readonly top: number;
  readonly change: PlanChange;
  readonly reader: ChangeReader;
  readonly format: AmountFormat | null;
  readonly onShow: ShowChange;
};

/** One change: its name and its figures lead to where it stands in the plan, as long as it is there. */
export const ChangeRow = memo(function ChangeRow({ row, top, change, reader, format, onShow }: RowProps) {
  const cells = cellsOfChange(change, reader);
  const { subject, what, period, values } = cells;
  const there = viewOfChange(reader.plan, change);
  const showPlace = there === null ? null : () => onShow(there);
  return (
    <div
      className={classes['change']}
      role="row"
      aria-rowindex={row + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="rowheader" title={subject}>
        <Place onShow={showPlace}>{subject}</Place>
      </span>
      <span role="cell" className={classes['what']} title={what}>
        {what}
      </span>
      <span role="cell" className={classes['period']}>
        {period !== null && reader.formats.year(period)}
      </span>
      {values.kind === 'amounts' && format !== null ? (
        <Amounts values={values} reader={reader} format={format} showPlace={showPlace} />
      ) : (
        <Texts values={values} />
      )}
    </div>
  );
});

type Values<Kind> = Extract<ChangeCells['values'], { readonly kind: Kind }>;
type ShowPlace = (() => void) | null;

type AmountsProps = {
  readonly values: Values<'amounts'>;
  readonly reader: ChangeReader;
  readonly format: AmountFormat;
  readonly showPlace: ShowPlace;
};

function Amounts({ values, reader: { say }, format, showPlace }: AmountsProps) {
  const write = (minor: Minor | null) => (minor === null ? say('history.blank') : figure(minor, format));
  const cell = (minor: Minor | null) => (
    <span role="cell" className={classes['figure']} data-blank={minor === null}>
      <Place onShow={showPlace} isBeside>
        {write(minor)}
      </Place>
    </span>
  );
  return (
    <>
      {cell(values.before)}
      {cell(values.after)}
      <span role="cell" className={classes['figure']}>
        {signedFigure(differenceOf(values), format)}
      </span>
    </>
  );
}

/** Texts have no difference: the later one takes its room too. */
function Texts({ values }: { readonly values: ChangeCells['values'] }) {
  switch (values.kind) {
    case 'amounts':
      return null;
    case 'texts':
      return (
        <>
          <span role="cell" title={values.before}>
            {values.before}
          </span>
          <span role="cell" className={classes['rest']} aria-colspan={2} title={values.after}>
            {values.after}
          </span>
        </>
      );
    case 'event':
      return (
        <span role="cell" className={classes['event']} aria-colspan={3}>
          {values.text}
        </span>
      );
  }
}

type PlaceProps = {
  readonly onShow: ShowPlace;
  /** Another way to what the row's name leads to already: for the mouse only. */
  readonly isBeside?: boolean;
  readonly children: ReactNode;
};

function Place({ onShow, isBeside = false, children }: PlaceProps) {
  if (onShow === null) return children;
  return (
    // A plain button: a fast scroll makes hundreds of them anew.
    <button type="button" className={classes['place']} tabIndex={isBeside ? -1 : 0} onClick={onShow}>
      {children}
    </button>
  );
}
