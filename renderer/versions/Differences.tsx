import { useMemo, useRef, useState } from 'react';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { unitLabel } from '#renderer/app/units.ts';
import type { Compared } from '#renderer/store/view-store.ts';
import type { ComparisonPage } from '#shared/api/history-api.ts';
import { ChangeList } from './ChangeList.tsx';
import { type AmountFormat, amountFormat, figuresOf } from './compared-amounts.ts';
import { MovedByYear, MovedTotals } from './MovedTotals.tsx';
import type { Comparison } from './use-comparison.ts';
import { useShowChange } from './use-show-change.ts';
import classes from './versions.module.css';

type DifferencesProps = {
  readonly result: ComparisonPage;
  readonly comparison: Comparison;
  readonly compared: Compared;
};

/** Two states that differ: what moved in all, and below it change by change. */
export function Differences({ result, comparison, compared }: DifferencesProps) {
  const { locale } = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState(compared.spot?.filter ?? '');
  const showChange = useShowChange(box, compared, filter);
  const { currency, totals, changes } = result;
  // Without a common currency there are no amounts to write.
  const format = useMemo(
    () =>
      currency === null ? null : amountFormat({ currency, locale, zero: 'zero' }, figuresOf(totals, changes)),
    [currency, locale, totals, changes],
  );
  return (
    <div ref={box} className={classes['scroller']} aria-busy={comparison.isBusy}>
      <Moved totals={totals} format={format} />
      <ChangeList
        result={result}
        comparison={comparison}
        format={format}
        box={box}
        onShow={showChange}
        filter={filter}
        onFilter={setFilter}
      />
    </div>
  );
}

type MovedProps = { readonly totals: ComparisonPage['totals']; readonly format: AmountFormat | null };

function Moved({ totals, format }: MovedProps) {
  const say = useSay();
  const { locale } = useFormats();
  const hasMoved = totals.some(({ raised, lowered }) => raised !== 0n || lowered !== 0n);
  return (
    <section className={classes['moved']} aria-labelledby="moved-heading">
      <div className={classes['sectionHead']}>
        <h2 id="moved-heading" className="pn-heading">
          {say('window.moved')}
        </h2>
        {format !== null && hasMoved && (
          <span className={classes['unit']}>
            {say({ id: 'window.moved-in', values: { unit: unitLabel(format.currency, 1, locale, say) } })}
          </span>
        )}
      </div>
      {format === null && <p>{say('window.compare-currencies')}</p>}
      {format !== null && !hasMoved && <p>{say('window.compare-no-amounts')}</p>}
      {format !== null && hasMoved && (
        <>
          <MovedTotals totals={totals} format={{ ...format, zero: 'dash' }} />
          <MovedByYear totals={totals} format={{ ...format, zero: 'dash' }} />
        </>
      )}
    </section>
  );
}
