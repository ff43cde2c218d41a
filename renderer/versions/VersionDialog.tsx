import { Modal } from '@mantine/core';
import { useApp, useOpenPlan } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import type { VersionText } from '#renderer/store/version-list.ts';
import type { VersionInfo } from '#shared/api/history-api.ts';
import { useVersions } from './use-versions.ts';
import { makeNameOf } from './version-form.ts';
import { VersionForm } from './VersionForm.tsx';

type DialogProps = {
  /** A version to edit, `new` for the plan as it stands; null while the dialog is shut. */
  readonly target: VersionInfo | 'new' | null;
  readonly onClose: () => void;
};

/** Saves the plan as it stands under a name, or changes what is said of a version. */
export function VersionDialog({ target, onClose }: DialogProps) {
  const say = useSay();
  const title = target === 'new' || target === null ? 'window.save-version' : 'window.version-edit-title';
  return (
    <Modal opened={target !== null} onClose={onClose} title={say(title)}>
      {target === 'new' && <NewVersion onClose={onClose} />}
      {target !== null && target !== 'new' && <EditVersion version={target} onClose={onClose} />}
    </Modal>
  );
}

function NewVersion({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const { notices } = useApp();
  const list = useOpenPlan().versions;
  const { versions, problem } = useVersions();
  // The name depends on the versions that are there.
  if (versions === null && problem === null) return null;
  const nameOf = makeNameOf(versions ?? [], say);
  const save = async (text: VersionText) => {
    const refusal = await list.create(text);
    if (refusal === null) notices.tell('info', { id: 'window.version-saved', values: { name: text.name } });
    return refusal;
  };
  return (
    <VersionForm
      start={{ name: nameOf('named'), kind: 'named', note: '' }}
      nameOf={nameOf}
      button={say('window.save-version')}
      onSave={save}
      onClose={onClose}
    />
  );
}

function EditVersion({ version, onClose }: { readonly version: VersionInfo; readonly onClose: () => void }) {
  const say = useSay();
  const list = useOpenPlan().versions;
  const { number, name, kind, note } = version;
  return (
    <VersionForm
      start={{ name, kind, note }}
      // The name of a version that is there stays what it is.
      nameOf={() => ''}
      button={say('window.version-edit-save')}
      onSave={(text) => list.update(number, text)}
      onClose={onClose}
    />
  );
}
