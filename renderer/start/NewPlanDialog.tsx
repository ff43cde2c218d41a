import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useApp, useAppState } from '#renderer/app/app-context.ts';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import type { MessageId, PlainMessageId } from '#shared/messages/message.ts';
import {
  CURRENCIES,
  formErrors,
  initialForm,
  LOCALES,
  type NewPlanForm,
  toNewPlan,
  withLocale,
} from './new-plan-form.ts';

type DialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

const LOCALE_LABELS = {
  'en-GB': 'window.locale-en-gb',
  'en-US': 'window.locale-en-us',
  'de-DE': 'window.locale-de-de',
  'fr-FR': 'window.locale-fr-fr',
  'ja-JP': 'window.locale-ja-jp',
} as const satisfies Record<(typeof LOCALES)[number], PlainMessageId & MessageId>;

/** Asks what a new plan cannot do without: title, notation, currency, fiscal year, span. */
export function NewPlanDialog({ isOpen, onClose }: DialogProps) {
  const say = useSay();
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('window.new-plan')} size="md">
      <NewPlanFields onClose={onClose} />
    </Modal>
  );
}

function NewPlanFields({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const app = useApp();
  const locale = useAppState(({ info }) => info?.locale ?? 'en-GB');
  const [form, setForm] = useState(() => initialForm(locale, new Date().getFullYear()));
  const [isAsked, setIsAsked] = useState(false);
  const errors = isAsked ? formErrors(form) : {};
  const set = (changes: Partial<NewPlanForm>) => setForm({ ...form, ...changes });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if (Object.keys(formErrors(form)).length > 0) return;
    onClose();
    void app.createPlan(toNewPlan(form));
  };
  const text = (field: keyof NewPlanForm, label: PlainMessageId) => ({
    label: say(label),
    value: form[field],
    error: errors[field] === undefined ? null : say(errors[field]),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [field]: event.currentTarget.value }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <TextInput {...text('title', 'window.title')} data-autofocus />
      <Group grow mt="sm" align="flex-start">
        <Select
          label={say('window.notation')}
          data={LOCALES.map((value) => ({ value, label: say(LOCALE_LABELS[value]) }))}
          value={form.locale}
          onChange={(value) => value !== null && setForm(withLocale(form, value))}
        />
        <Select
          label={say('window.currency')}
          data={CURRENCIES}
          value={form.currency}
          onChange={(value) => value !== null && set({ currency: value })}
        />
      </Group>
      <Group grow mt="sm" align="flex-start">
        <MonthSelect value={form.startMonth} onChange={(startMonth) => set({ startMonth })} />
        <TextInput {...text('firstYear', 'window.first-year')} inputMode="numeric" maxLength={4} />
        <TextInput {...text('years', 'window.number-of-years')} inputMode="numeric" maxLength={2} />
      </Group>
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={onClose}>
          {say('window.cancel')}
        </Button>
        <Button type="submit">{say('window.create-plan')}</Button>
      </div>
    </form>
  );
}

type MonthSelectProps = { readonly value: string; readonly onChange: (value: string) => void };

function MonthSelect({ value, onChange }: MonthSelectProps) {
  const say = useSay();
  const { locale } = useFormats();
  const names = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: names.format(Date.UTC(2024, index, 1)),
  }));
  return (
    <Select
      label={say('window.year-starts-in')}
      data={months}
      value={value}
      onChange={(month) => month !== null && onChange(month)}
    />
  );
}
