import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useApp, useAppState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { PlanList } from '#renderer/start/PlanList.tsx';
import type { FileEntry } from '#shared/api/api.ts';

/** Lets a person choose a plan file: by the system's own dialog on the desktop, else by the window's `dialog`. */
export function usePlanFileChoice(onChoose: (chosen: FileEntry) => void): {
  readonly choose: () => void;
  readonly dialog: ReactNode;
} {
  const say = useSay();
  const { transport, notices } = useApp();
  const host = useAppState(({ info }) => info?.host ?? 'browser');
  const [isOpen, setIsOpen] = useState(false);
  const ask = async () => {
    const answer = await transport.call('file/choose-plan', {});
    if (!answer.ok) notices.tell('error', answer.error.message);
    else if (answer.value !== null) onChoose(answer.value);
  };
  return {
    choose: host === 'browser' ? () => setIsOpen(true) : () => void ask(),
    dialog: (
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={say('window.compare-file-title')}
        size="lg"
      >
        <PlanList
          onChoose={(chosen) => {
            setIsOpen(false);
            onChoose(chosen);
          }}
        />
      </Modal>
    ),
  };
}
