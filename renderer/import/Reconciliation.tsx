import { UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { AttentionIcon, PassIcon } from '#renderer/app/icons.tsx';
import { useSay } from '#renderer/app/texts.ts';
import type { Message } from '#shared/messages/message.ts';
import { useImport } from './import-context.ts';
import classes from './meaning.module.css';
import { isZero, type LocatedTotal, reconcile, type Reconciliation as Reconciled } from './report-words.ts';

/** More rows than this help nobody here; the findings name the cells of the rest. */
const MOST_SHOWN = 30;

/** What the file states as totals against what its lines add up to; those that differ come first, with their cells. */
export function Reconciliation() {
  const say = useSay();
  const id = useId();
  const { report, draft } = useImport();
  const taken = report.tables.filter((_, index) => draft.tables[index]?.isTaken === true);
  const result = reconcile(taken);
  const isAgreed = result.differing.length === 0;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say('window.import-reconcile')}</h2>
      <p className={classes['verdict']} data-agreed={isAgreed}>
        {result.agreeing.length + result.differing.length > 0 &&
          (isAgreed ? <PassIcon size={14} /> : <AttentionIcon size={14} />)}
        <span>{say(verdictOf(result))}</span>
      </p>
      <Totals totals={result.differing} />
      {result.agreeing.length > 0 && result.differing.length > 0 && (
        <details className={classes['more']}>
          <summary>
            {say({ id: 'window.import-agreeing', values: { count: result.agreeing.length } })}
          </summary>
          <Totals totals={result.agreeing} />
        </details>
      )}
    </section>
  );
}

function verdictOf({ agreeing, differing }: Reconciled): Message {
  const count = agreeing.length + differing.length;
  if (count === 0) return { id: 'window.import-no-totals' };
  if (differing.length === 0) return { id: 'window.import-reconciled', values: { count } };
  return { id: 'window.import-differing', values: { differing: differing.length, count } };
}

function Totals({ totals }: { readonly totals: readonly LocatedTotal[] }) {
  const say = useSay();
  const { showCell } = useImport();
  const rest = totals.length - MOST_SHOWN;
  return (
    <>
      <ul className={classes['totals']}>
        {totals.slice(0, MOST_SHOWN).map(({ sheet, cell, stated, computed, difference }) => (
          <li key={`${sheet} ${cell}`} data-differs={!isZero(difference)}>
            <UnstyledButton className={classes['cellLink'] ?? ''} onClick={() => showCell(sheet, cell)}>
              {cell}
            </UnstyledButton>
            <span className={classes['difference']}>
              {isZero(difference)
                ? say('window.import-agrees')
                : say({ id: 'window.import-difference', values: { difference } })}
            </span>
            <span className={classes['statement']}>
              {say({ id: 'window.import-statement', values: { stated, computed } })}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className={classes['tableNote']}>
          {say({ id: 'window.import-more-totals', values: { count: rest } })}
        </p>
      )}
    </>
  );
}
