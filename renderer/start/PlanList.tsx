import { UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useApp } from '#renderer/app/app-context.ts';
import { FileIcon } from '#renderer/app/icons.tsx';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import type { Answer, FileEntry } from '#shared/api/api.ts';
import classes from './start.module.css';

/** The plans in the loopback host's folder, to choose one from. */
export function PlanList({ onChoose }: { readonly onChoose: (chosen: FileEntry) => void }) {
  const say = useSay();
  const { date } = useFormats();
  const answer = usePlanList();
  if (answer === null) return <p className="pn-muted">{say('window.reading-folder')}</p>;
  if (!answer.ok) return <p role="alert">{say(answer.error.message)}</p>;
  const { folder, files } = answer.value;
  if (files.length === 0) return <p>{say({ id: 'window.folder-empty', values: { folder } })}</p>;
  return (
    <>
      <p className="pn-muted pn-small">{say({ id: 'window.plans-in-folder', values: { folder } })}</p>
      <ul className={classes['fileList']}>
        {files.map((entry) => (
          <li key={entry.file}>
            <UnstyledButton className={classes['entry'] ?? ''} onClick={() => onChoose(entry)}>
              <FileIcon />
              <span className={classes['entryTitle']}>{entry.name}</span>
              <span className={classes['entryNote']}>
                {say({ id: 'window.changed-on', values: { date: date(entry.modifiedAt) } })}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function usePlanList(): Answer<'file/list-plans'> | null {
  const { transport } = useApp();
  const [answer, setAnswer] = useState<Answer<'file/list-plans'> | null>(null);
  useEffect(() => {
    let isGone = false;
    void transport.call('file/list-plans', {}).then((result) => isGone || setAnswer(result));
    return () => {
      isGone = true;
    };
  }, [transport]);
  return answer;
}
