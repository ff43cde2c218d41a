import { NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { CURRENCIES, LOCALES } from '#renderer/start/new-plan-form.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { FindingList } from './FindingList.tsx';
import { useImport } from './import-context.ts';
import classes from './meaning.module.css';
import { Reconciliation } from './Reconciliation.tsx';
import { TableMeaning } from './TableMeaning.tsx';
import type { ImportTarget } from './use-import-target.ts';

const LOCALE_LABELS = {
  'en-GB': 'window.locale-en-gb',
  'en-US': 'window.locale-en-us',
  'de-DE': 'window.locale-de-de',
  'fr-FR': 'window.locale-fr-fr',
  'ja-JP': 'window.locale-ja-jp',
} as const satisfies Record<(typeof LOCALES)[number], PlainMessageId>;

type MeaningPanelProps = {
  readonly target: ImportTarget;
  /** Nothing can be taken before a person says what. */
  readonly isHelpless: boolean;
};

/** What the figures of the file mean, whether its totals agree, and what was found. */
export function MeaningPanel({ target, isHelpless }: MeaningPanelProps) {
  const say = useSay();
  const { report } = useImport();
  const id = useId();
  return (
    <div className={classes['meaningBody']}>
      {isHelpless && <Help hasTables={report.tables.length > 0} />}
      {report.tables.length > 0 && (
        <section aria-labelledby={id}>
          <h2 id={id}>{say('window.import-meaning')}</h2>
          <TargetChoice target={target} />
          <FileMeaning isNew={target.openTitle === null || target.isNew} />
          <TableMeaning />
        </section>
      )}
      {report.tables.length > 0 && <Reconciliation />}
      <FindingList />
    </div>
  );
}

function Help({ hasTables }: { readonly hasTables: boolean }) {
  const say = useSay();
  return (
    <section className={classes['help']}>
      <h2>{say(hasTables ? 'window.import-needs-help' : 'window.import-nothing-found')}</h2>
      <p>{say(hasTables ? 'window.import-help-tables' : 'window.import-help-no-tables')}</p>
    </section>
  );
}

function TargetChoice({ target }: { readonly target: ImportTarget }) {
  const say = useSay();
  const { openTitle, isNew, setIsNew } = target;
  if (openTitle === null) return null;
  return (
    <NativeSelect
      label={say('window.import-into')}
      value={isNew ? 'new' : 'open'}
      onChange={(event) => setIsNew(event.currentTarget.value === 'new')}
      data={[
        { value: 'new', label: say('window.import-into-new') },
        { value: 'open', label: say({ id: 'window.import-into-open', values: { name: openTitle } }) },
      ]}
    />
  );
}

/** What holds for all of the file. A plan that is there already has its own title. */
function FileMeaning({ isNew }: { readonly isNew: boolean }) {
  const say = useSay();
  const { draft, setDraft } = useImport();
  const set = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }));
  const currencies = new Set([draft.currency, ...CURRENCIES]);
  const locales = new Set([...LOCALES, draft.locale]);
  return (
    <>
      {isNew && (
        <TextInput
          label={say('window.title')}
          value={draft.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
      )}
      <div className={classes['pair']}>
        <NativeSelect
          label={say('window.currency')}
          value={draft.currency}
          data={[...currencies].filter((code) => code !== '').toSorted()}
          onChange={(event) => set({ currency: event.currentTarget.value })}
        />
        <MonthChoice value={draft.startMonth} onChange={(startMonth) => set({ startMonth })} />
      </div>
      <NativeSelect
        label={say('window.notation')}
        value={draft.locale}
        data={[...locales].map((value) => ({ value, label: localeLabel(value, say) }))}
        onChange={(event) => set({ locale: event.currentTarget.value })}
      />
    </>
  );
}

function localeLabel(locale: string, say: (id: PlainMessageId) => string): string {
  const known = LOCALES.find((each) => each === locale);
  return known === undefined ? locale : say(LOCALE_LABELS[known]);
}

type MonthChoiceProps = { readonly value: number; readonly onChange: (month: number) => void };

function MonthChoice({ value, onChange }: MonthChoiceProps) {
  const say = useSay();
  const { locale } = useFormats();
  const names = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: names.format(Date.UTC(2024, index, 1)),
  }));
  return (
    <NativeSelect
      label={say('window.year-starts-in')}
      value={String(value)}
      data={months}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
