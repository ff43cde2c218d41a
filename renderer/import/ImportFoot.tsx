import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApp } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { useLateFlag } from '#renderer/app/use-late-flag.ts';
import type { ImportPreview, OpenedPlan } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import { applyImport } from './apply-import.ts';
import { useImport } from './import-context.ts';
import { toChoices } from './import-draft.ts';
import classes from './meaning.module.css';
import type { ImportTarget } from './use-import-target.ts';
import type { PreviewState } from './use-preview.ts';
import { useSpreadsheetPicker } from './use-spreadsheet-picker.ts';

type FootProps = {
  readonly file: string;
  readonly target: ImportTarget;
  readonly preview: PreviewState;
  readonly onDone: (opened: OpenedPlan) => Promise<void>;
  readonly onLeave: () => void;
};

/** What will change, and the one button that does it and says what it does. */
export function ImportFoot({ file, target, preview, onDone, onLeave }: FootProps) {
  const say = useSay();
  const { report } = useImport();
  const pick = useSpreadsheetPicker();
  const { isRunning, problem, run } = useApply({ file, target, preview, onDone, onLeave });
  const isLate = useLateFlag(!preview.isFresh || isRunning);
  const told = problem ?? preview.problem;
  if (report.tables.length === 0)
    return (
      <footer className={classes['foot']}>
        <Button fullWidth size="sm" onClick={pick}>
          {say('window.import-other-file')}
        </Button>
      </footer>
    );
  const ready = readyOf(preview);
  return (
    <footer className={classes['foot']}>
      <Effect target={target} preview={ready} />
      <div role="alert">{told !== null && <p className={classes['problem']}>{say(told)}</p>}</div>
      <Button
        fullWidth
        size="sm"
        className={classes['primary'] ?? ''}
        loading={isLate}
        disabled={ready === null}
        aria-disabled={!preview.isFresh}
        onClick={run}
        data-import
      >
        {say(buttonText(preview))}
      </Button>
    </footer>
  );
}

/** What can be imported as it stands; null when there is nothing. */
function readyOf({ preview }: PreviewState): ImportPreview | null {
  return preview === null || preview.lines === 0 || preview.years.length === 0 ? null : preview;
}

function buttonText(state: PreviewState): Message {
  const ready = readyOf(state);
  if (ready !== null) {
    const { lines, years, total } = ready;
    return { id: 'window.import-now', values: { lines, years: years.length, total } };
  }
  return { id: state.isFresh ? 'window.import-nothing-yet' : 'window.import-working' };
}

type EffectProps = { readonly target: ImportTarget; readonly preview: ImportPreview | null };

function Effect({ target, preview }: EffectProps) {
  const say = useSay();
  const { draft } = useImport();
  const [first, last] = [preview?.years[0], preview?.years.at(-1)];
  if (first === undefined || last === undefined) return null;
  const title = target.session === null ? draft.title : (target.openTitle ?? '');
  const effect: Message =
    target.session === null
      ? { id: 'window.import-effect-new', values: { title, first: first.year, last: last.year } }
      : { id: 'window.import-effect-open', values: { title } };
  return (
    <p className={classes['effect']}>
      <strong>{say('window.import-effect')}</strong> {say(effect)}
    </p>
  );
}

/** Carries out what the button says. While the choices are still being worked out a click does nothing: its text would not be true. */
function useApply({ file, target, preview, onDone, onLeave }: FootProps) {
  const { transport, notices } = useApp();
  const { handle, draft } = useImport();
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<{ readonly message: Message; readonly of: unknown } | null>(null);
  const ready = readyOf(preview);
  const run = async () => {
    if (ready === null || !preview.isFresh || isRunning) return;
    setIsRunning(true);
    setProblem(null);
    const outcome = await applyImport({
      transport,
      handle,
      choices: toChoices(draft),
      session: target.session,
    });
    setIsRunning(false);
    if (outcome.kind === 'failed') return setProblem({ message: outcome.message, of: draft });
    if (outcome.kind === 'opened') await onDone(outcome.opened);
    else onLeave();
    // What was told of the plan before goes with it, so this comes after.
    notices.tell('info', { id: 'window.imported', values: { name: file, lines: ready.lines } });
  };
  const isStill = problem?.of === draft;
  return { isRunning, problem: isStill ? problem.message : null, run: () => void run() };
}
