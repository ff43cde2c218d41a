import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { Answer } from '#shared/api/api.ts';
import type { PlanFileInfo } from '#shared/api/files-api.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { useApp, useOpenPlan, usePlanState } from './app-context.ts';
import classes from './file-info.module.css';
import { useSay } from './texts.ts';
import { useLateFlag } from './use-late-flag.ts';
import { useMoment } from './use-moment.ts';

type DialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** What is known of the plan's file: where it lies, how it was made, whether it is sound, and its backups. */
export function FileInfoDialog({ isOpen, onClose }: DialogProps) {
  const say = useSay();
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('files.about')} size="lg">
      <FileFacts />
    </Modal>
  );
}

function FileFacts() {
  const say = useSay();
  const answer = useFileInfo();
  const isLate = useLateFlag(answer === null);
  if (answer === null) return <p className="pn-muted">{isLate && say('files.about-busy')}</p>;
  if (!answer.ok) return <p role="alert">{say(answer.error.message)}</p>;
  return (
    <dl className={classes['facts']}>
      <FileItself info={answer.value} />
      <FileSafety info={answer.value} />
    </dl>
  );
}

/** Asked for when the dialog comes up, once everything typed is in the file. */
function useFileInfo(): Answer<'plan/get-file-info'> | null {
  const { transport } = useApp();
  const { session } = useOpenPlan();
  const [answer, setAnswer] = useState<Answer<'plan/get-file-info'> | null>(null);
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      await session.settle();
      const plan = session.store.getState().opened.handle;
      const info = await transport.call('plan/get-file-info', { plan });
      if (!isGone) setAnswer(info);
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [transport, session]);
  return answer;
}

function FileItself({ info }: { readonly info: PlanFileInfo }) {
  const say = useSay();
  const moment = useMoment();
  const name = usePlanState(({ opened }) => opened.name);
  const title = usePlanState(({ replica }) => visiblePlan(replica).title);
  const { place, bytes, madeAt, madeWith: version, edits } = info;
  return (
    <>
      <Fact label="files.about-name">{name ?? (title || say('files.untitled'))}</Fact>
      <Fact label="files.about-folder">{place ?? say('files.about-draft')}</Fact>
      <Fact label="files.about-size">{say({ id: 'files.size', values: { bytes } })}</Fact>
      <Fact label="files.about-made">
        {say({ id: 'files.made', values: { moment: moment(madeAt), version } })}
      </Fact>
      <Fact label="files.about-edits">{say({ id: 'files.edits', values: { edits } })}</Fact>
    </>
  );
}

function FileSafety({ info }: { readonly info: PlanFileInfo }) {
  const say = useSay();
  const moment = useMoment();
  const { integrity, backups, backupProblem } = info;
  const { check, isGood, at } = integrity;
  return (
    <>
      <Fact label="files.about-integrity">
        <span className={isGood ? undefined : 'pn-error'}>
          {say({ id: 'files.integrity', values: { check, isGood, moment: moment(at) } })}
        </span>
      </Fact>
      <Fact label="files.about-backups">
        {backups.length === 0 && say('files.no-backups')}
        <ul>
          {backups.map(({ savedAt, edits, bytes }) => (
            <li key={savedAt}>
              {say({ id: 'files.backup', values: { moment: moment(savedAt), edits, bytes } })}
            </li>
          ))}
        </ul>
      </Fact>
      {backupProblem !== null && (
        <Fact label="files.about-backup-problem">
          <span className="pn-error">{say(backupProblem)}</span>
        </Fact>
      )}
    </>
  );
}

type FactProps = { readonly label: PlainMessageId; readonly children: ReactNode };

function Fact({ label, children }: FactProps) {
  const say = useSay();
  return (
    <>
      <dt>{say(label)}</dt>
      <dd>{children}</dd>
    </>
  );
}
