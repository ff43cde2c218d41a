import { Button } from '@mantine/core';
import { useSay } from '#renderer/app/texts.ts';
import { useMoment } from '#renderer/app/use-moment.ts';
import type { OpeningQuestion } from '#renderer/store/open-plan-file.ts';
import type { PlanOpening } from '#shared/api/files-api.ts';

type DamagedProps = Omit<OpeningQuestion, 'about'> & {
  readonly about: Extract<PlanOpening, { readonly kind: 'damaged' }>;
};

/** What was found in a damaged file, and its newest good state where there is one. */
export function DamagedQuestion({ about, canChoose, answer }: DamagedProps) {
  const say = useSay();
  const moment = useMoment();
  const recovery = canChoose ? about.recovery : null;
  if (recovery === null)
    return (
      <>
        <p className="pn-dialog-text">{say(about.message)}</p>
        <div className="pn-dialog-foot">
          <Button data-autofocus onClick={() => answer(null)}>
            {say('files.close')}
          </Button>
        </div>
      </>
    );
  const { savedAt, edits, salvaged } = recovery;
  return (
    <>
      <p className="pn-dialog-text">{say(about.message)}</p>
      <p className="pn-dialog-text">
        {say({ id: 'files.recovery', values: { edits, salvaged, moment: moment(savedAt) } })}
      </p>
      <p className="pn-dialog-text">{say('files.recover-note')}</p>
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={() => answer(null)}>
          {say('window.cancel')}
        </Button>
        <Button data-autofocus onClick={() => answer('recover')}>
          {say('files.open-recovered')}
        </Button>
      </div>
    </>
  );
}
