import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApp, useAppState } from '#renderer/app/app-context.ts';
import { ColourSchemeMenu } from '#renderer/app/ColourSchemeMenu.tsx';
import { FolderIcon, ImportIcon, PlusIcon } from '#renderer/app/icons.tsx';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { useSpreadsheetPicker } from '#renderer/import/use-spreadsheet-picker.ts';
import type { RecentPlan, SampleInfo } from '#shared/api/api.ts';
import { Drafts } from './Drafts.tsx';
import { Entry } from './Entry.tsx';
import { NewPlanDialog } from './NewPlanDialog.tsx';
import { OpenDialog } from './OpenDialog.tsx';
import classes from './start.module.css';
import { useOpenPlanFile } from './use-open-plan-file.ts';

/** What a person sees first: ways in, the plans they had open, and samples to try. */
export function StartPage() {
  const say = useSay();
  const info = useAppState((state) => state.info);
  const isBusy = useAppState((state) => state.busy !== null);
  const [dialog, setDialog] = useState<'new' | 'open' | null>(null);
  const close = () => setDialog(null);
  const drafts = info?.drafts ?? [];
  // A draft stands among the drafts: there it can be discarded, too.
  const recents = (info?.recents ?? []).filter(({ file }) => !drafts.some((draft) => draft.file === file));
  return (
    <div className={classes['page']}>
      <header className={classes['bar']}>
        <span className={classes['brand']}>{say('window.app')}</span>
        <ColourSchemeMenu />
      </header>
      <main className={classes['main']} aria-busy={isBusy}>
        <div className={classes['lead']}>
          <h1>{say('window.start-title')}</h1>
          <p>{say('window.start-text')}</p>
        </div>
        <WaysIn onDialog={setDialog} />
        <div className={classes['lists']}>
          <div className={classes['column']}>
            <Recents recents={recents} />
            <Drafts drafts={drafts} />
          </div>
          <Samples samples={info?.samples ?? []} />
        </div>
      </main>
      <NewPlanDialog isOpen={dialog === 'new'} onClose={close} />
      <OpenDialog isOpen={dialog === 'open'} onClose={close} />
    </div>
  );
}

function WaysIn({ onDialog }: { readonly onDialog: (dialog: 'new' | 'open') => void }) {
  const say = useSay();
  const pick = useSpreadsheetPicker();
  const open = useOpenPlanFile(() => onDialog('open'));
  return (
    <div className={classes['ways']}>
      <Button size="sm" leftSection={<ImportIcon />} onClick={pick}>
        {say('window.import-spreadsheet')}
      </Button>
      <Button size="sm" variant="default" leftSection={<PlusIcon />} onClick={() => onDialog('new')}>
        {say('window.new-plan')}
      </Button>
      <Button size="sm" variant="default" leftSection={<FolderIcon />} onClick={open}>
        {say('window.open-plan')}
      </Button>
      <span className={classes['hint']}>{say('window.drop-hint')}</span>
    </div>
  );
}

function Recents({ recents }: { readonly recents: readonly RecentPlan[] }) {
  const say = useSay();
  const app = useApp();
  const { date } = useFormats();
  return (
    <section aria-labelledby="recent-heading">
      <h2 id="recent-heading">{say('window.recent-plans')}</h2>
      {recents.length === 0 && <p className={classes['empty']}>{say('window.no-recent-plans')}</p>}
      <ul>
        {recents.map(({ file, name, place, openedAt }) => (
          <Entry
            key={file}
            title={name}
            note={say({ id: 'window.recent-note', values: { place, date: date(openedAt) } })}
            onOpen={() => void app.openFile(file, name)}
          />
        ))}
      </ul>
    </section>
  );
}

function Samples({ samples }: { readonly samples: readonly SampleInfo[] }) {
  const say = useSay();
  const app = useApp();
  if (samples.length === 0) return null;
  return (
    <section aria-labelledby="samples-heading">
      <h2 id="samples-heading">{say('window.samples')}</h2>
      <ul>
        {samples.map(({ id, title, note }) => (
          <Entry key={id} title={title} note={note} onOpen={() => void app.openSample(id)} />
        ))}
      </ul>
    </section>
  );
}
