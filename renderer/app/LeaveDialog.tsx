import { Button, Modal } from '@mantine/core';
import type { Leaving } from '#renderer/store/may-leave.ts';
import { useAppState } from './app-context.ts';
import { useSay } from './texts.ts';

/** Asks before a plan is left whose last changes are not saved. Closing the dialog keeps the plan. */
export function LeaveDialog() {
  const say = useSay();
  const leaving = useAppState((state) => state.leaving);
  return (
    <Modal opened={leaving !== null} onClose={() => leaving?.answer(false)} title={say('window.leave-title')}>
      {leaving !== null && <LeaveQuestion leaving={leaving} />}
    </Modal>
  );
}

function LeaveQuestion({ leaving }: { readonly leaving: Leaving }) {
  const say = useSay();
  const { steps, changes, answer } = leaving;
  return (
    <>
      <p className="pn-dialog-text">{say({ id: 'window.leave-text', values: { steps } })}</p>
      {changes.length > 0 && (
        <ul>
          {changes.map((change, index) => (
            <li key={index}>{say(change)}</li>
          ))}
        </ul>
      )}
      <div className="pn-dialog-foot">
        <Button variant="default" data-autofocus onClick={() => answer(false)}>
          {say('window.leave-keep')}
        </Button>
        <Button color="red" onClick={() => answer(true)}>
          {say({ id: 'window.leave-lose', values: { steps } })}
        </Button>
      </div>
    </>
  );
}
