import { UnstyledButton } from '@mantine/core';
import { useOpenPlan, useViewState } from '#renderer/app/app-context.ts';
import { ChevronIcon } from '#renderer/app/icons.tsx';
import { useSay } from '#renderer/app/texts.ts';
import type { CheckResult } from '#shared/criteria/result.ts';
import { basesOf } from './bases.ts';
import { CheckDetails } from './CheckDetails.tsx';
import { checkInfo } from './check-info.ts';
import classes from './checks.module.css';
import { StateMark } from './StateMark.tsx';

/** One check: its state, figure, sentence and thresholds. Opened, it shows its evidence here and in the grid. */
export function CheckCard({ result }: { readonly result: CheckResult }) {
  const say = useSay();
  const { view } = useOpenPlan();
  const isOpen = useViewState((state) => state.check === result.id);
  const { id, state, value, unit } = result;
  const name = checkInfo(id)?.name;
  const details = `check-${id}`;
  return (
    <article className={classes['card']} data-open={isOpen} data-check={id}>
      <UnstyledButton
        className={classes['head'] ?? ''}
        aria-expanded={isOpen}
        aria-controls={isOpen ? details : undefined}
        onClick={() => view.setState({ check: isOpen ? null : id })}
      >
        <span className={classes['top']}>
          <StateMark state={state} />
          <ChevronIcon size={12} />
        </span>
        <span className={classes['name']}>
          {name === undefined ? id : say(name)} <span className={classes['id']}>{id}</span>
        </span>
        {value !== null && (
          <span className={classes['figure']}>
            {say({ id: 'window.check-figure', values: { value, unit } })}
          </span>
        )}
      </UnstyledButton>
      <p className={classes['sentence']}>{say(result.message)}</p>
      <Bases result={result} />
      {isOpen && <CheckDetails id={details} result={result} />}
    </article>
  );
}

function Bases({ result }: { readonly result: CheckResult }) {
  const say = useSay();
  return basesOf(result, say).map(({ basis, thresholds }) => (
    <p key={basis} className={classes['basis']}>
      {say({ id: 'window.check-basis', values: { basis, thresholds } })}
    </p>
  ));
}
