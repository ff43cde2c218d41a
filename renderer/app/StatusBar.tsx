import { Button } from '@mantine/core';
import { useShallow } from 'zustand/react/shallow';
import { type SaveState, saveStateOf } from '#renderer/store/save-state.ts';
import { useFormats, useSay } from './texts.ts';
import { useOpenPlan, usePlanState, useViewState } from './app-context.ts';
import { clockTime } from './clock-time.ts';
import { FileTroubleMark } from './FileTroubleMark.tsx';
import { AttentionIcon, PassIcon } from './icons.tsx';
import classes from './shell.module.css';

/** The foot of the window: whether the work is safe, and the figures of the cell in focus. */
export function StatusBar() {
  const say = useSay();
  const { session } = useOpenPlan();
  const state = usePlanState(useShallow(saveStateOf));
  const focus = useViewState((view) => view.focusText);
  const isWrong = state.kind === 'not-saved' || state.kind === 'file-trouble' || state.kind === 'shut-out';
  return (
    <footer className={classes['status']}>
      <span className={classes['saveState']} data-kind={state.kind} role="status">
        {state.kind === 'saved' && <PassIcon size={13} />}
        {isWrong && <AttentionIcon size={13} />}
        <span className={classes['saveText']}>
          <SaveText state={state} />
        </span>
      </span>
      {state.kind === 'not-saved' && (
        <Button size="compact-xs" variant="light" color="red" onClick={session.retry}>
          {say('window.try-again')}
        </Button>
      )}
      {state.kind === 'file-trouble' && <FileTroubleMark key={state.trouble} state={state} />}
      <span className={classes['statusRight']}>{focus}</span>
    </footer>
  );
}

function SaveText({ state }: { readonly state: SaveState }) {
  const say = useSay();
  const { locale } = useFormats();
  switch (state.kind) {
    case 'read-only':
      return say(state.reason);
    case 'saving':
      return say('window.saving');
    case 'not-saved':
      return say({ id: textOf(state.failure), values: { steps: state.steps } });
    case 'file-trouble':
      if (state.isReadOnly) return say('files.trouble-reader-state');
      return say({ id: `files.trouble-${state.trouble}-state`, values: { steps: state.steps } });
    case 'shut-out':
      return say({ id: 'window.restarted-state', values: { steps: state.steps } });
    case 'saved':
      if (state.at === null) return say('window.all-saved');
      return say({ id: 'window.saved-at', values: { time: clockTime(state.at, locale) } });
  }
}

type NotSaved = Extract<SaveState, { readonly kind: 'not-saved' }>;

function textOf(failure: NotSaved['failure']) {
  return failure === null ? 'window.not-saved' : (`files.not-saved-${failure}` as const);
}
