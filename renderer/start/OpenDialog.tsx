import { Modal } from '@mantine/core';
import { useApp } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { PlanList } from './PlanList.tsx';

type DialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** The loopback host's own way to open a plan: the plans in its folder. */
export function OpenDialog({ isOpen, onClose }: DialogProps) {
  const say = useSay();
  const app = useApp();
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('window.open-plan')} size="lg">
      <PlanList
        onChoose={({ file, name }) => {
          onClose();
          void app.openFile(file, name);
        }}
      />
    </Modal>
  );
}
