import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAppState } from '#renderer/app/app-context.ts';
import { FileIcon } from '#renderer/app/icons.tsx';
import classes from './start.module.css';

type EntryProps = {
  readonly title: string;
  readonly note: string;
  readonly onOpen: () => void;
  /** What else can be done with it, at its end. */
  readonly action?: ReactNode;
};

/** A plan on the start page, which opens in one click. */
export function Entry({ title, note, onOpen, action }: EntryProps) {
  const isBusy = useAppState((state) => state.busy !== null);
  return (
    <li className={classes['row']}>
      {/* Not disabled while it opens: it would lose the focus, which a question gives back to it. */}
      <UnstyledButton
        className={classes['entry'] ?? ''}
        onClick={() => !isBusy && onOpen()}
        aria-disabled={isBusy}
      >
        <FileIcon />
        <span className={classes['entryTitle']}>{title}</span>
        <span className={classes['entryNote']}>{note}</span>
      </UnstyledButton>
      {action}
    </li>
  );
}
