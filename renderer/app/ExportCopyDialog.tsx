import { Modal } from '@mantine/core';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { FileEntry } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import { useApp, useOpenPlan, usePlanState } from './app-context.ts';
import { TargetForm } from './TargetForm.tsx';
import { useSay } from './texts.ts';

type DialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Writes the plan to another file and stays with its own. */
export function ExportCopyDialog({ isOpen, onClose }: DialogProps) {
  const say = useSay();
  const { transport, notices } = useApp();
  const { session } = useOpenPlan();
  const title = usePlanState(({ opened, replica }) => opened.name ?? visiblePlan(replica).title);
  const write = async ({ file, name }: FileEntry): Promise<Message | null> => {
    const plan = session.store.getState().opened.handle;
    const answer = await transport.call('plan/export-copy', { plan, file });
    if (!answer.ok) return answer.error.message;
    notices.tell('info', { id: 'files.copy-exported', values: { name } });
    return null;
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('files.export-copy')}>
      <p className="pn-dialog-text">{say('files.export-copy-text')}</p>
      <TargetForm
        name={say({ id: 'files.copy-name', values: { name: title } })}
        verb="files.export-copy"
        onTarget={write}
        onDone={onClose}
      />
    </Modal>
  );
}
