import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useOpenPlan } from '#renderer/app/app-context.ts';
import { SidePanel } from '#renderer/app/SidePanel.tsx';
import { useMoment } from '#renderer/app/use-moment.ts';
import { type CellInHistory, EVERY_CHANGE } from '#renderer/store/view-store.ts';
import type { HistoryEntry, HistoryPage } from '#shared/api/history-api.ts';
import { cellValue } from './cell-value.ts';
import { cellAbout } from './change-place.ts';
import { amountWords, type ChangeReader, NOTHING_GONE } from './change-reader.ts';
import { cellSubject } from './change-words.ts';
import { ChangeLine } from './ChangeLine.tsx';
import classes from './history.module.css';
import { showHistory } from './show-history.ts';
import { isPlainStep, StepName, undoneText } from './StepEntry.tsx';
import { useChangeReader } from './use-change-reader.ts';
import { type History, useHistory } from './use-history.ts';
import { WhereFrom } from './WhereFrom.tsx';

/** One amount: what it is, where it came from, and what it was before. It stands where the checks are else. */
export function CellHistoryPanel({ cell }: { readonly cell: CellInHistory }) {
  const { view } = useOpenPlan();
  const title = useRef<HTMLHeadingElement>(null);
  const { ref, period } = cell;
  const filter = useMemo(() => ({ ...EVERY_CHANGE, cell: { ref, period } }), [ref, period]);
  const history = useHistory(filter);
  const reader = useChangeReader(history.page?.gone ?? NOTHING_GONE);
  const value = cellValue(reader.plan, ref, period);
  useEffect(() => {
    if (cell.takesFocus) title.current?.focus();
  }, [cell]);
  // The focus goes back to the cell, wherever the grid has scrolled since.
  const close = () => view.setState({ cellInHistory: null, sought: cellAbout(ref, period) });
  return (
    <SidePanel heading="history.cell" close="history.cell-close" onClose={close} title={title} closesOnEscape>
      <div className={classes['cellHead']}>
        <p className={classes['cellSubject']}>{cellSubject(ref, period, reader)}</p>
        <p className={classes['cellValue']}>
          {value === null ? reader.say('history.cell-gone') : amountWords(reader, value.minor)}
        </p>
      </div>
      {value !== null && (
        <section className={classes['cellPart']}>
          <h3>{reader.say('history.origin')}</h3>
          <WhereFrom value={value} reader={reader} />
        </section>
      )}
      <CellChanges history={history} reader={reader} />
      <AllOfRow cell={cell} reader={reader} />
    </SidePanel>
  );
}

type CellChangesProps = { readonly history: History; readonly reader: ChangeReader };

function CellChanges({ history: { page, problem, isReading, showEarlier }, reader }: CellChangesProps) {
  const { say } = reader;
  return (
    <section className={classes['cellPart']}>
      <h3>{say('history.cell-changes')}</h3>
      {problem !== null && (
        <p className={classes['cellNote']} role="alert">
          {say({ id: 'history.wrong-text', values: { reason: say(problem) } })}
        </p>
      )}
      {page !== null && <CellSteps page={page} reader={reader} />}
      {page !== null && page.next !== null && (
        <Button variant="subtle" size="compact-xs" loading={isReading} onClick={showEarlier}>
          {say('history.earlier')}
        </Button>
      )}
    </section>
  );
}

function CellSteps({ page, reader }: { readonly page: HistoryPage; readonly reader: ChangeReader }) {
  if (page.entries.length === 0)
    return <p className={classes['cellNote']}>{reader.say('history.cell-unchanged')}</p>;
  const undoOf = ({ undoneBy }: HistoryEntry) => page.entries.find(({ seq }) => seq === undoneBy) ?? null;
  return (
    <ol className={classes['steps']}>
      {page.entries.map((entry) => (
        <CellStep key={entry.seq} entry={entry} undo={undoOf(entry)} reader={reader} />
      ))}
    </ol>
  );
}

type CellStepProps = {
  readonly entry: HistoryEntry;
  readonly undo: HistoryEntry | null;
  readonly reader: ChangeReader;
};

function CellStep({ entry, undo, reader }: CellStepProps) {
  const moment = useMoment();
  return (
    <li className={classes['cellStepOf']} data-undone={entry.undoneBy !== null}>
      <p className={classes['who']}>
        {reader.say({ id: 'history.by', values: { who: entry.who, moment: moment(entry.at) } })}
      </p>
      {!isPlainStep(entry) && (
        <p>
          <StepName entry={entry} say={reader.say} />
        </p>
      )}
      {entry.undoneBy !== null && <p className={classes['undone']}>{undoneText(entry, undo, reader)}</p>}
      <ul className={classes['changes']}>
        {entry.changes.map((change, index) => (
          <ChangeLine key={index} change={change} reader={reader} isOfOneCell />
        ))}
      </ul>
    </li>
  );
}

type AllOfRowProps = { readonly cell: CellInHistory; readonly reader: ChangeReader };

function AllOfRow({ cell: { ref }, reader: { say } }: AllOfRowProps) {
  const { view } = useOpenPlan();
  const shown =
    ref.of === 'source' ? { ...EVERY_CHANGE, source: ref.source } : { ...EVERY_CHANGE, line: ref.line };
  return (
    <div className={classes['cellFoot']}>
      <Button variant="default" size="compact-sm" onClick={() => showHistory(view, { kind: 'rows', shown })}>
        {say(ref.of === 'source' ? 'history.of-source' : 'history.of-line')}
      </Button>
    </div>
  );
}
