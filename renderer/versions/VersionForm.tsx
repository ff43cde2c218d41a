import { Button, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useSay } from '#renderer/app/texts.ts';
import type { VersionText } from '#renderer/store/version-list.ts';
import { VERSION_KINDS } from '#shared/api/history-api.ts';
import type { Message } from '#shared/messages/message.ts';
import { formRefusal, MOST_NAME, MOST_NOTE, type NameOf, withKind } from './version-form.ts';
import { KIND_LABELS, KIND_NOTES } from './version-words.ts';
import classes from './versions.module.css';

type FormProps = {
  readonly start: VersionText;
  readonly nameOf: NameOf;
  readonly button: string;
  readonly onSave: (text: VersionText) => Promise<Message | null>;
  readonly onClose: () => void;
};

/** Asks for the name, kind and note of a version. A refusal stands beside the name; Enter saves. */
export function VersionForm({ start, nameOf, button, onSave, onClose }: FormProps) {
  const say = useSay();
  const [form, setForm] = useState(start);
  const [refusal, setRefusal] = useState<Message | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  // The dialog may have looked for its first field before the versions were read and this one was there.
  useEffect(() => nameField.current?.focus(), []);
  const set = (changes: Partial<VersionText>) => setForm({ ...form, ...changes });
  const save = async () => {
    const wrong = formRefusal(form);
    if (wrong !== null) return setRefusal({ id: wrong });
    if (isSaving) return;
    setIsSaving(true);
    const refused = await onSave({ ...form, name: form.name.trim(), note: form.note.trim() });
    setIsSaving(false);
    if (refused === null) onClose();
    else setRefusal(refused);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save();
  };
  // Enter makes a new line in the note; with Ctrl it saves, as elsewhere in the form.
  const onNoteKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        ref={nameField}
        label={say('window.version-name')}
        value={form.name}
        maxLength={MOST_NAME}
        data-autofocus
        error={refusal === null ? null : say(refusal)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <KindChoice form={form} onChange={(kind) => setForm(withKind(form, kind, nameOf))} />
      <Textarea
        mt="sm"
        label={say('window.version-note')}
        placeholder={say('window.version-note-hint')}
        value={form.note}
        maxLength={MOST_NOTE}
        autosize
        minRows={2}
        maxRows={6}
        onKeyDown={onNoteKey}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={onClose}>
          {say('window.cancel')}
        </Button>
        <Button type="submit">{button}</Button>
      </div>
    </form>
  );
}

type KindProps = {
  readonly form: VersionText;
  readonly onChange: (kind: VersionText['kind']) => void;
};

function KindChoice({ form, onChange }: KindProps) {
  const say = useSay();
  const take = (value: string) => {
    const kind = VERSION_KINDS.find((each) => each === value);
    if (kind !== undefined) onChange(kind);
  };
  return (
    <Radio.Group mt="sm" label={say('window.version-kind')} value={form.kind} onChange={take}>
      <Stack gap={8} mt={6} className={classes['kinds'] ?? ''}>
        {VERSION_KINDS.map((kind) => (
          <Radio
            key={kind}
            value={kind}
            size="xs"
            label={say(KIND_LABELS[kind])}
            description={say(KIND_NOTES[kind])}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
