import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useApp } from '#renderer/app/app-context.ts';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { useMoment } from '#renderer/app/use-moment.ts';
import type { DraftPlan } from '#shared/api/files-api.ts';
import { Entry } from './Entry.tsx';
import classes from './start.module.css';

/** The plans that have no file of their own choosing yet. */
export function Drafts({ drafts }: { readonly drafts: readonly DraftPlan[] }) {
  const say = useSay();
  const app = useApp();
  const { date } = useFormats();
  const [discarding, setDiscarding] = useState<DraftPlan | null>(null);
  return (
    <section aria-labelledby="drafts-heading">
      <h2 id="drafts-heading">{say('files.drafts')}</h2>
      {drafts.length === 0 && <p className={classes['empty']}>{say('files.no-drafts')}</p>}
      <ul>
        {drafts.map((draft) => {
          const name = draft.title || say('files.untitled');
          const { file, edits, changedAt } = draft;
          return (
            <Entry
              key={file}
              title={name}
              note={say({ id: 'files.draft-note', values: { date: date(changedAt), edits } })}
              onOpen={() => void app.openFile(file, name)}
              action={<DiscardButton name={name} onClick={() => setDiscarding(draft)} />}
            />
          );
        })}
      </ul>
      <Modal
        opened={discarding !== null}
        onClose={() => setDiscarding(null)}
        title={say('files.discard-title')}
      >
        {discarding !== null && <DiscardQuestion draft={discarding} onDone={() => setDiscarding(null)} />}
      </Modal>
    </section>
  );
}

function DiscardButton({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  const say = useSay();
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      color="gray"
      aria-label={say({ id: 'files.discard-named', values: { name } })}
      onClick={onClick}
    >
      {say('files.discard')}
    </Button>
  );
}

type QuestionProps = { readonly draft: DraftPlan; readonly onDone: () => void };

function DiscardQuestion({ draft, onDone }: QuestionProps) {
  const say = useSay();
  const app = useApp();
  const moment = useMoment();
  const { file, title, edits, changedAt } = draft;
  const name = title || say('files.untitled');
  const discard = () => {
    onDone();
    void app.discardDraft(file);
  };
  return (
    <>
      <p className="pn-dialog-text">
        {say({ id: 'files.discard-text', values: { name, edits, moment: moment(changedAt) } })}
      </p>
      <div className="pn-dialog-foot">
        <Button variant="default" data-autofocus onClick={onDone}>
          {say('files.keep-draft')}
        </Button>
        <Button color="red" onClick={discard}>
          {say('files.discard-draft')}
        </Button>
      </div>
    </>
  );
}
