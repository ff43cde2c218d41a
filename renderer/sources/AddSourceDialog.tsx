import { Button, Modal, TextInput } from '@mantine/core';
import { type SubmitEvent, useRef, useState } from 'react';
import { useOpenPlan } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { addSource } from './source-edits.ts';

type DialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Asks what a source cannot be without; its terms are filled in beside the grid. */
export function AddSourceDialog({ isOpen, onClose }: DialogProps) {
  const say = useSay();
  const { session, view } = useOpenPlan();
  const added = useRef<string | null>(null);
  // The dialog gives the focus back to where it was before the new source can have it.
  const showAdded = () => {
    const period = visiblePlan(session.store.getState().replica).axis.periods[0] ?? null;
    if (added.current !== null) view.setState({ sought: { line: null, source: added.current, period } });
    added.current = null;
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      onExitTransitionEnd={showAdded}
      title={say('window.new-source-title')}
    >
      <SourceForm
        onDone={(id) => {
          added.current = id;
          onClose();
        }}
      />
    </Modal>
  );
}

function SourceForm({ onDone }: { readonly onDone: (added: string | null) => void }) {
  const say = useSay();
  const { session } = useOpenPlan();
  const [name, setName] = useState('');
  const [funder, setFunder] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if (name.trim() === '') return;
    const id = crypto.randomUUID();
    const plan = visiblePlan(session.store.getState().replica);
    session.edit(addSource(plan, { id, name: name.trim(), funder: funder.trim() }));
    onDone(id);
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label={say('window.source-name')}
        value={name}
        data-autofocus
        error={isAsked && name.trim() === '' ? say('window.source-name-needed') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        mt="sm"
        label={say('window.source-funder')}
        value={funder}
        onChange={(event) => setFunder(event.currentTarget.value)}
      />
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={() => onDone(null)}>
          {say('window.cancel')}
        </Button>
        <Button type="submit">{say('window.add-source-item')}</Button>
      </div>
    </form>
  );
}
