import { Button, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { visiblePlan } from '#renderer/store/replica.ts';
import { useOpenPlan, usePlanState } from './app-context.ts';
import classes from './shell.module.css';
import { useSay } from './texts.ts';

/** The plan's title, which opens a small dialog to change it. */
export function PlanTitle() {
  const say = useSay();
  const title = usePlanState(({ replica }) => visiblePlan(replica).title);
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  const [isOpen, setIsOpen] = useState(false);
  if (isReadOnly) return <h1 className={classes['title']}>{title}</h1>;
  return (
    <>
      <h1 className={classes['title']}>
        <UnstyledButton className={classes['title'] ?? ''} onClick={() => setIsOpen(true)}>
          {title}
        </UnstyledButton>
      </h1>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={say('window.rename-plan')}>
        <TitleForm title={title} onDone={() => setIsOpen(false)} />
      </Modal>
    </>
  );
}

function TitleForm({ title, onDone }: { readonly title: string; readonly onDone: () => void }) {
  const say = useSay();
  const { session } = useOpenPlan();
  const [text, setText] = useState(title);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const changed = text.trim();
    if (changed === '') return;
    if (changed !== title)
      session.edit({
        edit: { kind: 'set-plan', changes: { title: changed } },
        label: { id: 'window.rename-plan' },
      });
    onDone();
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={say('window.title')}
        value={text}
        data-autofocus
        error={text.trim() === '' ? say('window.title-needed') : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={onDone}>
          {say('window.cancel')}
        </Button>
        <Button type="submit">{say('window.rename-plan')}</Button>
      </div>
    </form>
  );
}
