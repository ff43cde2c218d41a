import { Modal } from '@mantine/core';
import { useAppState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { DamagedQuestion } from './DamagedQuestion.tsx';
import { InUseQuestion } from './InUseQuestion.tsx';

/** Asks what must be known before a plan file is opened. Closing the dialog leaves the file closed. */
export function OpeningDialog() {
  const say = useSay();
  const question = useAppState((state) => state.question);
  const title = question?.about.kind === 'damaged' ? 'files.damaged-title' : 'files.in-use-title';
  return (
    <Modal opened={question !== null} onClose={() => question?.answer(null)} title={say(title)} size="lg">
      {question?.about.kind === 'in-use' && <InUseQuestion {...question} about={question.about} />}
      {question?.about.kind === 'damaged' && <DamagedQuestion {...question} about={question.about} />}
    </Modal>
  );
}
