import { Button } from '@mantine/core';
import { useSay } from '#renderer/app/texts.ts';
import { useMoment } from '#renderer/app/use-moment.ts';
import type { OpeningQuestion } from '#renderer/store/open-plan-file.ts';
import type { PlanHolder, PlanOpening } from '#shared/api/files-api.ts';
import type { Message } from '#shared/messages/message.ts';

type InUseProps = Omit<OpeningQuestion, 'about'> & {
  readonly about: Extract<PlanOpening, { readonly kind: 'in-use' }>;
};

/** Who has the plan open and since when, and the ways to open it all the same. */
export function InUseQuestion({ about, canChoose, answer }: InUseProps) {
  const say = useSay();
  const moment = useMoment();
  const mayTakeOver = canChoose && about.mayTakeOver;
  return (
    <>
      <p className="pn-dialog-text">{say(whoHolds(about.holder, moment))}</p>
      <p className="pn-dialog-text">{say(canChoose ? 'files.in-use-read' : 'files.in-use-list')}</p>
      {mayTakeOver && <p className="pn-dialog-text">{say('files.take-over-note')}</p>}
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={() => answer(null)}>
          {say(canChoose ? 'window.cancel' : 'files.close')}
        </Button>
        {mayTakeOver && (
          <Button variant="default" onClick={() => answer('take-over')}>
            {say('files.take-over')}
          </Button>
        )}
        {canChoose && (
          <Button data-autofocus onClick={() => answer('read')}>
            {say('files.open-to-read')}
          </Button>
        )}
      </div>
    </>
  );
}

function whoHolds(holder: PlanHolder | null, moment: (iso: string) => string): Message {
  if (holder === null) return { id: 'files.in-use-unknown' };
  const { user, host, since, isThisMachine } = holder;
  return { id: 'files.in-use-by', values: { user, host, isThisMachine, moment: moment(since) } };
}
