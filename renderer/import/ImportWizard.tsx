import { Button, Modal } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useAppState } from '#renderer/app/app-context.ts';
import { FormatsContext, useSay } from '#renderer/app/texts.ts';
import { defaultCalendarFor } from '#shared/calendar/fiscal-year.ts';
import type { ImportOpened, OpenedPlan } from '#shared/api/api.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { isCurrencyCode } from '#shared/money/currency.ts';
import { draftDefaults } from './draft-defaults.ts';
import { ContentsPanel } from './ContentsPanel.tsx';
import { ImportContext } from './import-context.ts';
import { type ImportDraft, initialDraft, isChanged, toChoices } from './import-draft.ts';
import classes from './import.module.css';
import { ImportFoot } from './ImportFoot.tsx';
import meaningClasses from './meaning.module.css';
import { MeaningPanel } from './MeaningPanel.tsx';
import { SheetPanel } from './SheetPanel.tsx';
import { useImportTarget } from './use-import-target.ts';
import { useImportWork } from './use-import-work.ts';
import { usePreview } from './use-preview.ts';

type WizardProps = {
  readonly file: File;
  readonly opened: ImportOpened;
  readonly onDone: (opened: OpenedPlan) => Promise<void>;
  readonly onLeave: () => void;
};

/** What was read, laid open: the file's tables, the sheet as it is, what it means and what would change. */
export function ImportWizard({ file, opened, onDone, onLeave }: WizardProps) {
  const locale = useAppState(({ info }) => info?.locale ?? 'en-GB');
  const first = useMemo(
    () => initialDraft(opened.report, opened.suggested, draftDefaults(file.name, locale)),
    [opened, file, locale],
  );
  const [draft, setDraft] = useState(first);
  const [isAsking, setIsAsking] = useState(false);
  const choices = useMemo(() => toChoices(draft), [draft]);
  const preview = usePreview(opened.handle, choices);
  const work = useImportWork({ opened, preview: preview.preview, draft, setDraft });
  const target = useImportTarget();
  const leave = () => (isChanged(first, draft) ? setIsAsking(true) : onLeave());
  return (
    <FormatsContext value={useDraftFormats(draft)}>
      <ImportContext value={work}>
        <WizardFrame name={file.name} onLeave={leave}>
          <ContentsPanel />
          <SheetPanel />
          <aside className={meaningClasses['meaning']}>
            <MeaningPanel target={target} isHelpless={opened.suggested === null} />
            <ImportFoot
              file={file.name}
              target={target}
              preview={preview}
              onDone={onDone}
              onLeave={onLeave}
            />
          </aside>
        </WizardFrame>
        <LeaveDialog isOpen={isAsking} onStay={() => setIsAsking(false)} onLeave={onLeave} />
      </ImportContext>
    </FormatsContext>
  );
}

/** Amounts are written in the currency and notation that the import is set to. */
function useDraftFormats({ currency, locale, startMonth }: ImportDraft) {
  return useMemo(() => {
    const { naming } = defaultCalendarFor(locale);
    const known = isCurrencyCode(currency) ? currency : 'XXX';
    return makeFormats({ currency: known, locale, calendar: { startMonth, naming } });
  }, [currency, locale, startMonth]);
}

type FrameProps = {
  readonly name: string;
  readonly onLeave: () => void;
  readonly children: React.ReactNode;
};

function WizardFrame({ name, onLeave, children }: FrameProps) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  };
  return (
    // The keys of the whole page: Escape leaves from wherever the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main className={classes['wizard']} onKeyDown={onKeyDown}>
      <header className={classes['bar']}>
        <h1 ref={heading} tabIndex={-1} className={classes['barTitle']}>
          {say({ id: 'window.import-file', values: { name } })}
        </h1>
        <span className={classes['barLead']}>{say('window.import-lead')}</span>
        <Button variant="default" size="compact-sm" onClick={onLeave}>
          {say('window.cancel')}
        </Button>
      </header>
      {children}
    </main>
  );
}

type LeaveDialogProps = {
  readonly isOpen: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
};

function LeaveDialog({ isOpen, onStay, onLeave }: LeaveDialogProps) {
  const say = useSay();
  return (
    <Modal opened={isOpen} onClose={onStay} title={say('window.import-leave-title')}>
      <p className="pn-dialog-text">{say('window.import-leave-text')}</p>
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={onStay} data-autofocus>
          {say('window.import-stay')}
        </Button>
        <Button onClick={onLeave}>{say('window.import-leave')}</Button>
      </div>
    </Modal>
  );
}
