import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useOpenPlan } from '#renderer/app/app-context.ts';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { unitLabel } from '#renderer/app/units.ts';
import { useLateFlag } from '#renderer/app/use-late-flag.ts';
import type { Compared } from '#renderer/store/view-store.ts';
import type { ComparisonPage, VersionInfo } from '#shared/api/history-api.ts';
import { ChangeList } from './ChangeList.tsx';
import { amountFormat, figuresOf } from './compared-amounts.ts';
import { stateKey, stateName } from './compared-state.ts';
import { MovedByYear, MovedTotals } from './MovedTotals.tsx';
import { StatePickers } from './StatePicker.tsx';
import { type Comparison, useComparison } from './use-comparison.ts';
import { useVersions } from './use-versions.ts';
import classes from './versions.module.css';

type CompareProps = { readonly compared: Compared };

/** Two states of the plan: what moved in all, and below it change by change. */
export function CompareView({ compared }: CompareProps) {
  const say = useSay();
  const { view } = useOpenPlan();
  const { versions } = useVersions();
  const back = useRef<HTMLButtonElement>(null);
  // The button that led here is gone: the focus goes on from the way back.
  useEffect(() => back.current?.focus(), []);
  const isSame = stateKey(compared.from) === stateKey(compared.to);
  return (
    <section className={classes['tab']} aria-label={say('window.compare')}>
      <div className={classes['compareBar']}>
        <Button ref={back} size="xs" variant="default" onClick={() => view.setState({ compared: null })}>
          {say('window.compare-back')}
        </Button>
        <StatePickers compared={compared} versions={versions ?? []} />
      </div>
      {isSame ? (
        <p className={classes['sentence']}>{say('window.compare-choose')}</p>
      ) : (
        <ComparedStates compared={compared} versions={versions ?? []} />
      )}
    </section>
  );
}

type StatesProps = CompareProps & { readonly versions: readonly VersionInfo[] };

function ComparedStates({ compared, versions }: StatesProps) {
  const say = useSay();
  const comparison = useComparison(compared);
  const { result, problem, isBusy } = comparison;
  const isLate = useLateFlag(isBusy && result === null);
  const nameOf = (side: 'from' | 'to') => {
    const name = stateName(compared[side], versions);
    return typeof name === 'string' ? name : say(name);
  };
  return (
    <>
      {problem !== null && (
        <p className={classes['problem']} role="alert">
          {say('window.compare-failed')}. {say(problem)}
        </p>
      )}
      <p className={classes['unseen']} role="status">
        {result !== null && say({ id: 'window.changes-count', values: { count: result.count } })}
      </p>
      {isLate && <p className={classes['sentence']}>{say('window.compare-busy')}</p>}
      {result?.count === 0 && (
        <p className={classes['sentence']}>
          {say({ id: 'window.compare-same', values: { from: nameOf('from'), to: nameOf('to') } })}
        </p>
      )}
      {result !== null && result.count > 0 && <Differences result={result} comparison={comparison} />}
    </>
  );
}

type DifferencesProps = { readonly result: ComparisonPage; readonly comparison: Comparison };

function Differences({ result, comparison }: DifferencesProps) {
  const say = useSay();
  const { locale } = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const { currency, totals, changes } = result;
  // Without a common currency there are no amounts to write.
  const format = useMemo(
    () => (currency === null ? null : amountFormat({ currency, locale }, figuresOf(totals, changes))),
    [currency, locale, totals, changes],
  );
  const hasMoved = totals.some(({ raised, lowered }) => raised !== 0n || lowered !== 0n);
  return (
    <div ref={box} className={classes['scroller']} aria-busy={comparison.isBusy}>
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
            <MovedTotals totals={totals} format={format} />
            <MovedByYear totals={totals} format={format} />
          </>
        )}
      </section>
      <ChangeList result={result} comparison={comparison} format={format} box={box} />
    </div>
  );
}
