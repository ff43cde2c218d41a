import { Button } from '@mantine/core';
import { memo, useMemo, useRef } from 'react';
import { clockTime } from '#renderer/app/clock-time.ts';
import type { Say } from '#renderer/app/texts.ts';
import type { HistoryEntry, HistoryFilter } from '#shared/api/history-api.ts';
import type { ChangeReader } from './change-reader.ts';
import { ChangeLine } from './ChangeLine.tsx';
import { joinNames } from './history-reader.ts';
import classes from './history.module.css';
import { CHANGES_AT_A_TIME, useStepChanges } from './use-step-changes.ts';

/** So many changes of a step are shown before the rest is asked for. */
const FEW = 5;

type StepEntryProps = {
  readonly entry: HistoryEntry;
  /** The step that took this one back, where it is known. */
  readonly undo: HistoryEntry | null;
  /** What is shown of it, and of all others. */
  readonly filter: HistoryFilter;
  readonly reader: ChangeReader;
};

/** One step: when, who, what, and what it changed. */
export const StepEntry = memo(function StepEntry({ entry, undo, filter, reader }: StepEntryProps) {
  const { formats } = reader;
  const isUndone = entry.undoneBy !== null;
  return (
    <li className={classes['step']} data-undone={isUndone}>
      <time className={classes['time']} dateTime={entry.at}>
        {clockTime(entry.at, formats.locale)}
      </time>
      <span className={classes['who']}>{entry.who}</span>
      <div className={classes['stepBody']}>
        {!isPlainStep(entry) && (
          <p className={classes['stepHead']}>
            <StepName entry={entry} say={reader.say} />
            {isUndone && <span className={classes['undone']}>{undoneText(entry, undo, reader)}</span>}
          </p>
        )}
        <StepChangeList entry={entry} filter={filter} reader={reader} />
      </div>
    </li>
  );
});

/** A step that is one change and has no name of its own: the change says all there is to say. */
export function isPlainStep({ action, label, undoneBy, count }: HistoryEntry): boolean {
  const isNamed = label.id === 'planner.step-batch' || label.id === 'planner.step-import';
  return action === 'edit' && undoneBy === null && count === 1 && !isNamed;
}

/** What a step is called; one that was taken back is struck through, which the words beside it say, too. */
export function StepName({ entry, say }: { readonly entry: HistoryEntry; readonly say: Say }) {
  const label = say(entry.label);
  const text = entry.action === 'edit' ? label : say({ id: `history.${entry.action}`, values: { label } });
  const className = classes['stepName'];
  return entry.undoneBy === null ? (
    <span className={className}>{text}</span>
  ) : (
    <s className={className}>{text}</s>
  );
}

/** By whom and when a step was taken back; an undo is taken back by a redo. */
export function undoneText(
  { action }: HistoryEntry,
  undo: HistoryEntry | null,
  { formats, say }: ChangeReader,
): string {
  const way = action === 'undo' ? 'redone' : 'undone';
  if (undo === null) return say(`history.${way}`);
  const values = { who: undo.who, time: clockTime(undo.at, formats.locale) };
  return say({ id: `history.${way}-by`, values });
}

function StepChangeList({ entry, filter, reader }: Omit<StepEntryProps, 'undo'>) {
  const { say } = reader;
  const list = useRef<HTMLUListElement>(null);
  const all = useStepChanges(entry, filter);
  const own = useMemo(() => ({ ...reader, gone: joinNames(reader.gone, all.gone) }), [reader, all.gone]);
  const shown = all.changes ?? entry.changes.slice(0, FEW);
  const left = all.count - shown.length;
  const fewer = () => {
    all.fewer();
    list.current?.focus();
  };
  if (entry.count === 0) return <p className={classes['aside']}>{say('history.nothing-differs')}</p>;
  return (
    <>
      <ul className={classes['changes']} ref={list} tabIndex={-1}>
        {shown.map((change, index) => (
          <ChangeLine key={index} change={change} reader={own} />
        ))}
      </ul>
      {all.problem !== null && <p className="pn-error pn-small">{say(all.problem)}</p>}
      {(left > 0 || all.changes !== null) && (
        <div className={classes['more']}>
          {left > 0 && (
            // Not disabled while it reads: it would lose the focus.
            <Button
              variant="subtle"
              size="compact-xs"
              aria-disabled={all.isReading}
              onClick={() => !all.isReading && all.more()}
            >
              {all.changes === null
                ? say({ id: 'history.show-all', values: { count: all.count } })
                : say({ id: 'history.show-more', values: moreOf(shown.length, all.count) })}
            </Button>
          )}
          {all.changes !== null && (
            <Button variant="subtle" color="gray" size="compact-xs" onClick={fewer}>
              {say('history.show-fewer')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function moreOf(shown: number, count: number) {
  return { next: Math.min(CHANGES_AT_A_TIME, count - shown), shown, count };
}
