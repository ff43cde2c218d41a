import { Modal, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useApp } from '#renderer/app/app-context.ts';
import { FileIcon } from '#renderer/app/icons.tsx';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import type { Answer } from '#shared/api/api.ts';
import classes from './start.module.css';

type DialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** The loopback host's own way to open a plan: the plans in its folder. */
export function OpenDialog({ isOpen, onClose }: DialogProps) {
  const say = useSay();
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('window.open-plan')} size="lg">
      <PlanList onClose={onClose} />
    </Modal>
  );
}

function PlanList({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const app = useApp();
  const { date } = useFormats();
  const answer = usePlanList();
  if (answer === null) return <p className="pn-muted">{say('window.reading-folder')}</p>;
  if (!answer.ok) return <p role="alert">{say(answer.error.message)}</p>;
  const { folder, files } = answer.value;
  const open = (file: string) => {
    onClose();
    void app.openFile(file);
  };
  if (files.length === 0) return <p>{say({ id: 'window.folder-empty', values: { folder } })}</p>;
  return (
    <>
      <p className="pn-muted pn-small">{say({ id: 'window.plans-in-folder', values: { folder } })}</p>
      <ul className={classes['fileList']}>
        {files.map(({ file, name, modifiedAt }) => (
          <li key={file}>
            <UnstyledButton className={classes['entry'] ?? ''} onClick={() => open(file)}>
              <FileIcon />
              <span className={classes['entryTitle']}>{name}</span>
              <span className={classes['entryNote']}>
                {say({ id: 'window.changed-on', values: { date: date(modifiedAt) } })}
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
