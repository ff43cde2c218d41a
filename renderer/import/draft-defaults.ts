import { initialForm } from '#renderer/start/new-plan-form.ts';
import type { DraftDefaults } from './import-draft.ts';

/** What an import starts from where its file says nothing: the file's own name, and what is usual for the person's locale. */
export function draftDefaults(fileName: string, locale: string): DraftDefaults {
  const form = initialForm(locale, 0);
  const title = fileName.replace(/\.[^.]*$/, '');
  return { title, currency: form.currency, locale: form.locale, startMonth: Number(form.startMonth) };
}
