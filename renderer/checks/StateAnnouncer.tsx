import { useEffect, useRef, useState } from 'react';
import { usePlanState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import type { CheckResult } from '#shared/criteria/result.ts';
import { checkInfo } from './check-info.ts';
import classes from './checks.module.css';
import { findStateChanges } from './state-changes.ts';

/** Tells screen readers which checks changed their state after an edit. */
export function StateAnnouncer() {
  const say = useSay();
  const results = usePlanState((state) => state.checks?.results ?? null);
  const before = useRef<readonly CheckResult[] | null>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const changes = results === null ? [] : findStateChanges(before.current ?? [], results);
    before.current = results;
    if (changes.length === 0) return;
    const told = changes.map(({ id, from, to }) => {
      const name = checkInfo(id)?.name;
      const values = {
        name: name === undefined ? id : say(name),
        from: say(`state.${from}`),
        to: say(`state.${to}`),
      };
      return say({ id: 'window.check-changed', values });
    });
    setText(told.join(' '));
  }, [results, say]);
  return (
    <p className={classes['announcer']} role="status" aria-live="polite">
      {text}
    </p>
  );
}
