import { Button, Checkbox, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { FileEntry } from '#shared/api/api.ts';
import type { Message, PlainMessageId } from '#shared/messages/message.ts';
import { useApp, useAppState, useOpenPlan } from './app-context.ts';
import { useSay } from './texts.ts';

type TargetFormProps = {
  /** The name that is offered. */
  readonly name: string;
  /** What the button does with the file. */
  readonly verb: PlainMessageId;
  /** Writes the file that was chosen; answers why it could not be, null when it was. */
  readonly onTarget: (target: FileEntry) => Promise<Message | null>;
  readonly onDone: () => void;
};

/** Asks for a plan file to write to. On the desktop the host brings up the system's dialog after the name. */
export function TargetForm({ name: offered, verb, onTarget, onDone }: TargetFormProps) {
  const say = useSay();
  const { transport } = useApp();
  const { session } = useOpenPlan();
  const isBrowser = useAppState(({ info }) => info?.host !== 'desktop');
  const [name, setName] = useState(offered);
  const [mayReplace, setMayReplace] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<Message | null>(null);
  const write = async (): Promise<Message | null> => {
    await session.settle();
    const target = await transport.call('file/choose-target', { kind: 'plan', name, replace: mayReplace });
    if (!target.ok) return target.error.message;
    return target.value === null ? null : onTarget(target.value);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '' || isBusy) return;
    setIsBusy(true);
    void write().then((why) => {
      setIsBusy(false);
      if (why === null) onDone();
      else setRefusal(why);
    });
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={say('window.file-name')}
        value={name}
        autoFocus
        data-autofocus
        error={refusal === null ? null : say(refusal)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {isBrowser && (
        // The system's own dialog asks by itself.
        <Checkbox
          mt="sm"
          label={say('window.replace-file')}
          checked={mayReplace}
          onChange={(event) => setMayReplace(event.currentTarget.checked)}
        />
      )}
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={onDone}>
          {say('window.cancel')}
        </Button>
        <Button type="submit" disabled={name.trim() === '' || isBusy}>
          {say(verb)}
        </Button>
      </div>
    </form>
  );
}
