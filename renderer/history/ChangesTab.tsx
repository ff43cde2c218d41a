import { Button, Loader } from '@mantine/core';
import { useMemo } from 'react';
import { useOpenPlan, useViewState } from '#renderer/app/app-context.ts';
import { useLateFlag } from '#renderer/app/use-late-flag.ts';
import gridClasses from '#renderer/grid/grid.module.css';
import { EVERY_CHANGE } from '#renderer/store/view-store.ts';
import type { HistoryEntry, HistoryFilter, HistoryPage } from '#shared/api/history-api.ts';
import type { Message } from '#shared/messages/message.ts';
import { type ChangeReader, NOTHING_GONE } from './change-reader.ts';
import { groupByDay } from './days.ts';
import { HistoryFilters } from './HistoryFilters.tsx';
import classes from './history.module.css';
import { dayHeading } from './moments.ts';
import { StepEntry } from './StepEntry.tsx';
import { useChangeReader } from './use-change-reader.ts';
import { useHistory } from './use-history.ts';

/** Every change of the plan, newest first. */
export function ChangesTab() {
  const shown = useViewState((state) => state.shownChanges);
  const filter = useMemo(() => ({ ...shown, cell: null }), [shown]);
  const { page, readAt, problem, isReading, showEarlier, retry } = useHistory(filter);
  const reader = useChangeReader(page?.gone ?? NOTHING_GONE);
  const isLate = useLateFlag(page === null && problem === null);
  return (
    <section className={classes['tab']} aria-busy={isReading}>
      <HistoryFilters reader={reader} people={page?.people ?? []} />
      <div className={classes['scroll']} data-pane>
        {isLate && (
          <p className={classes['note']} role="status">
            <Loader size={14} /> {reader.say('history.reading')}
          </p>
        )}
        {problem !== null && <Trouble problem={problem} onRetry={retry} reader={reader} />}
        {page !== null && page.entries.length === 0 && <NoChanges reader={reader} />}
        {page !== null && page.entries.length > 0 && (
          <DayList
            page={page}
            readAt={readAt}
            filter={filter}
            reader={reader}
            isReading={isReading}
            onEarlier={showEarlier}
          />
        )}
      </div>
    </section>
  );
}

type DayListProps = {
  readonly page: HistoryPage;
  readonly readAt: Date;
  readonly filter: HistoryFilter;
  readonly reader: ChangeReader;
  readonly isReading: boolean;
  readonly onEarlier: () => void;
};

function DayList({ page, readAt, filter, reader, isReading, onEarlier }: DayListProps) {
  const { say, formats } = reader;
  const days = useMemo(() => groupByDay(page.entries), [page.entries]);
  const bySeq = useMemo(() => new Map(page.entries.map((entry) => [entry.seq, entry])), [page.entries]);
  return (
    <>
      {days.map(({ key, at, entries }) => {
        const heading = dayHeading(at, readAt, formats.locale);
        return (
          <section key={key} aria-labelledby={`day-${key}`}>
            <h2 id={`day-${key}`} className={classes['day']}>
              {typeof heading === 'string' ? heading : say(heading)}
            </h2>
            <ol className={classes['steps']}>
              {entries.map((entry) => (
                <StepEntry
                  key={entry.seq}
                  entry={entry}
                  undo={undoOf(entry, bySeq)}
                  filter={filter}
                  reader={reader}
                />
              ))}
            </ol>
          </section>
        );
      })}
      <div className={classes['foot']}>
        {page.next === null ? (
          <p>{say('history.beginning')}</p>
        ) : (
          <Button variant="default" loading={isReading} onClick={onEarlier}>
            {say('history.earlier')}
          </Button>
        )}
      </div>
    </>
  );
}

function undoOf({ undoneBy }: HistoryEntry, bySeq: ReadonlyMap<number, HistoryEntry>): HistoryEntry | null {
  return undoneBy === null ? null : (bySeq.get(undoneBy) ?? null);
}

function NoChanges({ reader: { say } }: { readonly reader: ChangeReader }) {
  const { view } = useOpenPlan();
  const isFiltered = useViewState(({ shownChanges: { line, source, who } }) =>
    [line, source, who].some((part) => part !== null),
  );
  return (
    <div className={gridClasses['empty']}>
      <h2 className="pn-large">{say(isFiltered ? 'history.none-found-title' : 'history.empty-title')}</h2>
      <p>{say(isFiltered ? 'history.none-found-text' : 'history.empty-text')}</p>
      {isFiltered && (
        <Button onClick={() => view.setState({ shownChanges: EVERY_CHANGE })}>
          {say('history.clear-filters')}
        </Button>
      )}
    </div>
  );
}

type TroubleProps = {
  readonly problem: Message;
  readonly onRetry: () => void;
  readonly reader: ChangeReader;
};

function Trouble({ problem, onRetry, reader: { say } }: TroubleProps) {
  return (
    <div className={classes['trouble']} role="alert">
      <h2 className="pn-heading">{say('history.wrong-title')}</h2>
      <p>{say({ id: 'history.wrong-text', values: { reason: say(problem) } })}</p>
      <Button variant="default" onClick={onRetry}>
        {say('window.try-again')}
      </Button>
    </div>
  );
}
