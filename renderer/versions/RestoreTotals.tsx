import { useFormats, useSay } from '#renderer/app/texts.ts';
import { unitLabel } from '#renderer/app/units.ts';
import type { ComparisonPage } from '#shared/api/history-api.ts';
import { MEASURE_LABELS } from './change-cells.ts';
import { amountFormat, figure, figuresOf, signedFigure } from './compared-amounts.ts';
import classes from './versions.module.css';

/** What restoring does to the totals: now, then, and what each measure gains or loses. */
export function RestoreTotals({ result: { currency, totals } }: { readonly result: ComparisonPage }) {
  const say = useSay();
  const { locale } = useFormats();
  const moved = totals.filter(({ raised, lowered }) => raised !== 0n || lowered !== 0n);
  if (currency === null) return <p>{say('window.compare-currencies')}</p>;
  if (moved.length === 0) return <p>{say('window.compare-no-amounts')}</p>;
  const format = amountFormat({ currency, locale, zero: 'dash' }, figuresOf(moved, []));
  const unit = unitLabel(currency, 1, locale, say);
  return (
    <table className={classes['totals']}>
      <thead>
        <tr>
          <th scope="col">{say({ id: 'window.moved-in', values: { unit } })}</th>
          <th scope="col">{say('window.moved-now')}</th>
          <th scope="col">{say('window.moved-then')}</th>
          <th scope="col">{say('window.moved-net')}</th>
        </tr>
      </thead>
      <tbody>
        {moved.map(({ measure, before, after }) => (
          <tr key={measure}>
            <th scope="row">{say(MEASURE_LABELS[measure])}</th>
            <td>{figure(before, format)}</td>
            <td>{figure(after, format)}</td>
            <td>{signedFigure(after - before, format)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
