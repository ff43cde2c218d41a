import { Button, Progress } from '@mantine/core';
import { useApp } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { useJobProgress } from '#renderer/app/use-job-progress.ts';
import { useLateFlag } from '#renderer/app/use-late-flag.ts';
import type { CallId, OpenedPlan } from '#shared/api/api.ts';
import { ImportWizard } from './ImportWizard.tsx';
import classes from './import.module.css';
import { useReading } from './use-reading.ts';

export type ImportViewProps = {
  readonly file: File;
  /** The import is in a plan of its own, which is to be shown. */
  readonly onDone: (opened: OpenedPlan) => Promise<void>;
  readonly onCancel: () => void;
};

/** The way of a spreadsheet into a plan: reading it, looking at what was read, taking it. */
export function ImportView({ file, onDone, onCancel }: ImportViewProps) {
  const { notices } = useApp();
  const reading = useReading(file, (message) => {
    notices.tell('error', message);
    onCancel();
  });
  if (reading.kind === 'reading')
    return <ReadingPage name={file.name} call={reading.call} onCancel={onCancel} />;
  return <ImportWizard file={file} opened={reading.opened} onDone={onDone} onLeave={onCancel} />;
}

type ReadingPageProps = {
  readonly name: string;
  readonly call: CallId | null;
  readonly onCancel: () => void;
};

/** Nothing for the first moments, then what is being done, how far it is, and the way out. */
function ReadingPage({ name, call, onCancel }: ReadingPageProps) {
  const isLate = useLateFlag(true);
  return (
    <main className={classes['reading']} aria-busy="true">
      {isLate && <ReadingBar name={name} call={call} onCancel={onCancel} />}
    </main>
  );
}

function ReadingBar({ name, call, onCancel }: ReadingPageProps) {
  const say = useSay();
  const progress = useJobProgress(call);
  const total = progress?.total ?? 0;
  const isOpenEnded = total <= 0;
  const share = isOpenEnded ? 100 : ((progress?.done ?? 0) / total) * 100;
  const how = isOpenEnded
    ? ''
    : say({ id: 'window.import-read-on', values: { done: progress?.done ?? 0, total } });
  return (
    <div className={classes['readingBox']}>
      <h1 className="pn-large">{say({ id: 'window.import-file', values: { name } })}</h1>
      <Progress
        value={share}
        animated={isOpenEnded}
        striped={isOpenEnded}
        aria-label={say('window.progress')}
      />
      <p className={classes['readingStage']} role="status">
        <span>{say(progress?.stage ?? 'planner.reading-file')}</span>
        <span>{how}</span>
      </p>
      <Button variant="default" autoFocus onClick={onCancel}>
        {say('window.cancel')}
      </Button>
    </div>
  );
}
