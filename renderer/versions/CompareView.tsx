import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useSay } from '#renderer/app/texts.ts';
import { useLateFlag } from '#renderer/app/use-late-flag.ts';
import type { Compared } from '#renderer/store/view-store.ts';
import type { VersionInfo } from '#shared/api/history-api.ts';
import { stateKey, stateName } from './compared-state.ts';
import { Differences } from './Differences.tsx';
import { StatePickers } from './StatePicker.tsx';
import { useComparison } from './use-comparison.ts';
import { useVersions } from './use-versions.ts';
import classes from './versions.module.css';

type CompareProps = { readonly compared: Compared; readonly onBack: () => void };

/** Two states of the plan: what moved in all, and below it change by change. */
export function CompareView({ compared, onBack }: CompareProps) {
  const say = useSay();
  const { versions } = useVersions();
  const back = useRef<HTMLButtonElement>(null);
  // The button that led here is gone: the focus goes on from the way back.
  useEffect(() => back.current?.focus(), []);
  const isSame = stateKey(compared.from) === stateKey(compared.to);
  return (
    <section className={classes['tab']} aria-label={say('window.compare')}>
      <div className={classes['compareBar']}>
        <Button ref={back} size="xs" variant="default" onClick={onBack}>
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

type StatesProps = { readonly compared: Compared; readonly versions: readonly VersionInfo[] };

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
      {result !== null && result.count > 0 && (
        <Differences result={result} comparison={comparison} compared={compared} />
      )}
    </>
  );
}
