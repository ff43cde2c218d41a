import { Button, UnstyledButton } from '@mantine/core';
import { useRef } from 'react';
import { useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { viewOfChange } from './change-place.ts';
import type { ChangeReader } from './change-reader.ts';
import { type ChangeInWords, wordsOfChange } from './change-words.ts';
import classes from './history.module.css';
import { askToRestore, editToRestore, restoreLabel } from './restore-change.ts';

/** Longer values are not repeated on the button. */
const MOST_LETTERS = 20;

type ChangeLineProps = {
  readonly change: PlanChange;
  readonly reader: ChangeReader;
  /** In the history of one cell its name stands above the list. */
  readonly isOfOneCell?: boolean;
};

/** One change: what, from what, to what; it leads to its cell, and what stood there before can be put back. */
export function ChangeLine({ change, reader, isOfOneCell = false }: ChangeLineProps) {
  const line = useRef<HTMLLIElement>(null);
  const words = wordsOfChange(change, reader);
  return (
    <li className={classes['change']} ref={line} tabIndex={-1}>
      <span className={classes['words']}>
        {!isOfOneCell && <Place change={change} reader={reader} words={words} />}
        <Values words={words} reader={reader} />
      </span>
      {/* The button goes once its value is back: the focus stays with the line. */}
      <RestoreButton change={change} reader={reader} words={words} onDone={() => line.current?.focus()} />
    </li>
  );
}

type Parts = {
  readonly change: PlanChange;
  readonly reader: ChangeReader;
  readonly words: ChangeInWords;
};

function Place({ change, reader, words }: Parts) {
  const { view } = useOpenPlan();
  const there = viewOfChange(reader.plan, change);
  const text = words.kind === 'event' ? words.text : words.subject;
  if (there === null) return <span>{text}</span>;
  return (
    <UnstyledButton className={classes['place'] ?? ''} onClick={() => view.setState(there)}>
      {text}
    </UnstyledButton>
  );
}

function Values({ words, reader: { say } }: Pick<Parts, 'words' | 'reader'>) {
  switch (words.kind) {
    case 'values':
      return <span className={classes['values']}>{say({ id: 'history.from-to', values: words })}</span>;
    case 'changed':
      return <span className={classes['values']}>{say('history.changed')}</span>;
    case 'event':
      return null;
  }
}

function RestoreButton({ change, reader, words, onDone }: Parts & { readonly onDone: () => void }) {
  const { session } = useOpenPlan();
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  const label = restoreLabel(words);
  const edit = isReadOnly || label === null ? null : editToRestore(reader.plan, change);
  if (edit === null || label === null) return null;
  const isShort = words.kind === 'values' && words.before.length <= MOST_LETTERS;
  const restore = () => {
    session.edit(askToRestore(edit, label, reader));
    onDone();
  };
  return (
    <Button
      className={classes['restore'] ?? ''}
      variant="subtle"
      color="gray"
      size="compact-xs"
      aria-label={reader.say(label)}
      onClick={restore}
    >
      {reader.say(
        isShort ? { id: 'history.restore-value', values: { value: words.before } } : 'history.restore',
      )}
    </Button>
  );
}
