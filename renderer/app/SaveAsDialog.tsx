import { Modal } from '@mantine/core';
import { visiblePlan } from '#renderer/store/replica.ts';
import { usePlanState } from './app-context.ts';
import { TargetForm } from './TargetForm.tsx';
import { useSay } from './texts.ts';
import { useSaveAs } from './use-save-as.ts';

type DialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Gives the plan a file of its own. */
export function SaveAsDialog({ isOpen, onClose }: DialogProps) {
  const say = useSay();
  const title = usePlanState(({ replica }) => visiblePlan(replica).title);
  const saveAs = useSaveAs();
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('window.save-as')}>
      <TargetForm name={title} verb="window.save-as" onTarget={saveAs} onDone={onClose} />
    </Modal>
  );
}
