import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { Message } from '#shared/messages/message.ts';
import { useApp, useOpenPlan, usePlanState } from './app-context.ts';
import { useSay } from './texts.ts';

type DialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Gives the plan a file of its own. On the desktop the host brings up the system's dialog after the name. */
export function SaveAsDialog({ isOpen, onClose }: DialogProps) {
  const say = useSay();
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('window.save-as')}>
      <SaveAsForm onDone={onClose} />
    </Modal>
  );
}

function SaveAsForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const { transport } = useApp();
  const { session } = useOpenPlan();
  const title = usePlanState(({ replica }) => visiblePlan(replica).title);
  const [name, setName] = useState(title);
  const [mayReplace, setMayReplace] = useState(false);
  const [refusal, setRefusal] = useState<Message | null>(null);
  const save = async () => {
    await session.settle();
    const target = await transport.call('file/choose-target', { kind: 'plan', name, replace: mayReplace });
    if (!target.ok) return setRefusal(target.error.message);
    if (target.value === null) return onDone();
    const plan = session.store.getState().opened.handle;
    const saved = await transport.call('plan/save-as', { plan, file: target.value.file });
    if (!saved.ok) return setRefusal(saved.error.message);
    session.replaceOpened(saved.value);
    onDone();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void save();
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={say('window.file-name')}
        value={name}
        data-autofocus
        error={refusal === null ? null : say(refusal)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        mt="sm"
        label={say('window.replace-file')}
        checked={mayReplace}
        onChange={(event) => setMayReplace(event.currentTarget.checked)}
      />
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={onDone}>
          {say('window.cancel')}
        </Button>
        <Button type="submit" disabled={name.trim() === ''}>
          {say('window.save-as')}
        </Button>
      </div>
    </form>
  );
}
