import type { ReactNode } from 'react';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import type { MeasureTotals } from '#shared/review/plan-change.ts';
import { MEASURE_LABELS } from './change-cells.ts';
import { type AmountFormat, figure, signedFigure } from './compared-amounts.ts';
import classes from './versions.module.css';

/** `format` writes zero as a dash here. */
type TotalsProps = { readonly totals: readonly MeasureTotals[]; readonly format: AmountFormat };

/** What moved of each measure: before, after, what was raised, what was lowered, and both together. */
export function MovedTotals({ totals, format }: TotalsProps) {
  const say = useSay();
  const label = say('window.moved');
  return (
    <WideTable label={label}>
      <table className={classes['totals']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{say('window.moved-measure')}</th>
            <th scope="col">{say('window.moved-before')}</th>
            <th scope="col">{say('window.moved-after')}</th>
            <th scope="col">{say('window.moved-raised')}</th>
            <th scope="col">{say('window.moved-lowered')}</th>
            <th scope="col">{say('window.moved-net')}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ measure, before, after, raised, lowered }) => (
            <tr key={measure}>
              <th scope="row">{say(MEASURE_LABELS[measure])}</th>
              <td>{figure(before, format)}</td>
              <td>{figure(after, format)}</td>
              <td>{signedFigure(raised, format)}</td>
              <td>{signedFigure(-lowered, format)}</td>
              <td className={classes['net']}>{signedFigure(after - before, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** The measures that stand by year. */
const BY_YEAR = new Set<MeasureTotals['measure']>(['need', 'allocation']);

/** Need and funding of each year, before and after. */
export function MovedByYear({ totals, format }: TotalsProps) {
  const say = useSay();
  const { year } = useFormats();
  const shown = totals.filter(({ measure }) => BY_YEAR.has(measure));
  const periods = shown[0]?.byPeriod.map(({ period }) => period) ?? [];
  const label = say('window.moved-by-year');
  if (periods.length === 0) return null;
  return (
    <WideTable label={label}>
      <table className={classes['totals']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {periods.map((period) => (
              <th key={period} scope="col">
                {year(period)}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((total) => (
          <YearRows key={total.measure} total={total} format={format} />
        ))}
      </table>
    </WideTable>
  );
}

type WideProps = { readonly label: string; readonly children: ReactNode };

/** A table that is moved sideways where it has no room. */
function WideTable({ label, children }: WideProps) {
  return (
    // The arrow keys move it, which needs the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes['wide']} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

function YearRows({ total, format }: { readonly total: MeasureTotals; readonly format: AmountFormat }) {
  const say = useSay();
  const measure = say(MEASURE_LABELS[total.measure]);
  const head = (part: string) => (
    <th scope="row">{say({ id: 'window.moved-row', values: { measure, part } })}</th>
  );
  return (
    <tbody>
      <tr>
        {head(say('window.moved-before'))}
        {total.byPeriod.map(({ period, before }) => (
          <td key={period}>{figure(before, format)}</td>
        ))}
      </tr>
      <tr>
        {head(say('window.moved-after'))}
        {total.byPeriod.map(({ period, after }) => (
          <td key={period}>{figure(after, format)}</td>
        ))}
      </tr>
      <tr className={classes['net']}>
        {head(say('window.moved-net'))}
        {total.byPeriod.map(({ period, before, after }) => (
          <td key={period}>{signedFigure(after - before, format)}</td>
        ))}
      </tr>
    </tbody>
  );
}
