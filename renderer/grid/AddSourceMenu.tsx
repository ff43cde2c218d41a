import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { addNewSourceToLine, addSourceToLine, sourcesToAdd } from './line-edits.ts';

/** Gives the line in focus one of the plan's sources, or a new one. */
export function AddSourceMenu({ line }: { readonly line: string | null }) {
  const say = useSay();
  const { session } = useOpenPlan();
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const [isNew, setIsNew] = useState(false);
  const choices = line === null ? [] : sourcesToAdd(plan, line);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button variant="default" size="compact-sm" disabled={line === null}>
            {say('window.add-source')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} className="pn-scroll">
          {choices.map(({ id, name }) => (
            <Menu.Item
              key={id}
              onClick={() => line !== null && session.edit(addSourceToLine(plan, line, id))}
            >
              {name}
            </Menu.Item>
          ))}
          {choices.length === 0 && plan.sources.rows.length > 0 && (
            <Menu.Label>{say('window.every-source-in')}</Menu.Label>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => setIsNew(true)}>{say('window.new-source-item')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isNew && line !== null} onClose={() => setIsNew(false)} title={say('window.new-source')}>
        {line !== null && <NewSourceForm line={line} onDone={() => setIsNew(false)} />}
      </Modal>
    </>
  );
}

function NewSourceForm({ line, onDone }: { readonly line: string; readonly onDone: () => void }) {
  const say = useSay();
  const { session } = useOpenPlan();
  const [name, setName] = useState('');
  const [funder, setFunder] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const isUnnamed = name.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if (isUnnamed) return;
    const source = { id: crypto.randomUUID(), name: name.trim(), funder: funder.trim() };
    session.edit(addNewSourceToLine(visiblePlan(session.store.getState().replica), line, { source, say }));
    onDone();
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label={say('window.source-name')}
        value={name}
        data-autofocus
        error={isAsked && isUnnamed ? say('window.source-name-needed') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        mt="sm"
        label={say('window.source-funder')}
        value={funder}
        onChange={(event) => setFunder(event.currentTarget.value)}
      />
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={onDone}>
          {say('window.cancel')}
        </Button>
        <Button type="submit">{say('window.add-source')}</Button>
      </div>
    </form>
  );
}
