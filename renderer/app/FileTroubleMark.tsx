import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useApp } from './app-context.ts';
import { type FileTroubleProps, FileTroubleQuestion } from './FileTroubleQuestion.tsx';
import { useSay } from './texts.ts';

/**
 * Stands in the status bar until it is settled what becomes of a plan whose file was changed, moved or taken over. The
 * question comes up by itself once; after that the mark brings it up. One who only reads is not interrupted.
 */
export function FileTroubleMark({ state }: FileTroubleProps) {
  const say = useSay();
  const { reopenPlan } = useApp();
  const [isOpen, setIsOpen] = useState(!state.isReadOnly);
  const close = () => setIsOpen(false);
  if (state.isReadOnly)
    return (
      <Button size="compact-xs" variant="light" onClick={() => void reopenPlan()}>
        {say('files.open-as-is')}
      </Button>
    );
  return (
    <>
      <Button size="compact-xs" variant="light" color="red" onClick={() => setIsOpen(true)}>
        {say('files.what-to-do')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={say(`files.trouble-${state.trouble}-title`)}
        size={680}
        // A click beside it is too easily meant for the grid.
        closeOnClickOutside={false}
      >
        <FileTroubleQuestion state={state} onClose={close} />
      </Modal>
    </>
  );
}
