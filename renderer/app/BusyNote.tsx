import { Progress } from '@mantine/core';
import { useAppState } from './app-context.ts';
import classes from './notices.module.css';
import { useSay } from './texts.ts';
import { useLateFlag } from './use-late-flag.ts';

/** What is being done before a plan can be shown, once it takes longer than a moment. How far it is cannot be told. */
export function BusyNote() {
  const say = useSay();
  const busy = useAppState((state) => state.busy);
  const isLate = useLateFlag(busy !== null);
  return (
    <div className={classes['busy']} role="status">
      {isLate && busy !== null && (
        <div className={classes['busyCard']}>
          <p>{say(busy)}</p>
          <Progress value={100} animated striped size="sm" aria-label={say('window.progress')} />
        </div>
      )}
    </div>
  );
}
