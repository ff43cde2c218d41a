import { UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { AttentionIcon, PassIcon } from '#renderer/app/icons.tsx';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import type { Message } from '#shared/messages/message.ts';
import { useImport } from './import-context.ts';
import classes from './import.module.css';
import { isZero, reconcile, type Reconciliation as Reconciled } from './report-words.ts';

/** More rows than this help nobody here; the findings name the cells of the rest. */
const MOST_SHOWN = 30;

/** What the file states as totals against what its lines add up to; those that differ come first, with their cells. */
export function Reconciliation() {
  const say = useSay();
  const id = useId();
  const { report, draft } = useImport();
  const taken = report.tables.filter((_, index) => draft.tables[index]?.isTaken === true);
  const result = reconcile(taken);
  const isAgreed = result.differing === 0;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say('window.import-reconcile')}</h2>
      <p className={classes['verdict']} data-agreed={isAgreed}>
        {result.totals.length > 0 && (isAgreed ? <PassIcon size={14} /> : <AttentionIcon size={14} />)}
        <span>{say(verdictOf(result))}</span>
      </p>
      {result.totals.length > 0 && <TotalsTable result={result} />}
    </section>
  );
}

function verdictOf({ totals, differing }: Reconciled): Message {
  const count = totals.length;
  if (count === 0) return { id: 'window.import-no-totals' };
  if (differing === 0) return { id: 'window.import-reconciled', values: { count } };
  return { id: 'window.import-differing', values: { differing, count } };
}

function TotalsTable({ result }: { readonly result: Reconciled }) {
  const say = useSay();
  const { amount } = useFormats();
  const { showCell } = useImport();
  const rest = result.totals.length - MOST_SHOWN;
  return (
    <>
      <table className={classes['totals']}>
        <thead>
          <tr>
            <th scope="col">{say('window.import-cell')}</th>
            <th scope="col">{say('window.import-stated')}</th>
            <th scope="col">{say('window.import-computed')}</th>
            <th scope="col">{say('window.import-difference')}</th>
          </tr>
        </thead>
        <tbody>
          {result.totals.slice(0, MOST_SHOWN).map(({ sheet, cell, stated, computed, difference }) => (
            <tr key={`${sheet} ${cell}`} data-differs={!isZero(difference)}>
              <th scope="row">
                <UnstyledButton className={classes['cellLink'] ?? ''} onClick={() => showCell(sheet, cell)}>
                  {cell}
                </UnstyledButton>
              </th>
              <td>{amount(stated)}</td>
              <td>{amount(computed)}</td>
              <td>{isZero(difference) ? '-' : amount(difference)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <p className={classes['tableNote']}>
          {say({ id: 'window.import-more-totals', values: { count: rest } })}
        </p>
      )}
    </>
  );
}
