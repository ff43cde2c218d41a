import { defaultCalendarFor, isYearId } from '#shared/calendar/fiscal-year.ts';
import { isCurrencyCode } from '#shared/money/currency.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import type { NewPlan } from '#renderer/store/app-store.ts';

/** The locales whose notation of numbers, dates and years a plan can follow. */
export const LOCALES = ['en-GB', 'en-US', 'de-DE', 'fr-FR', 'ja-JP'] as const;
/** Currencies offered first; any other may be typed by its code. */
export const CURRENCIES = [
  'GBP',
  'USD',
  'EUR',
  'JPY',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CAD',
  'AUD',
  'NZD',
] as const;

const CURRENCY_OF: Readonly<Record<string, string>> = {
  'en-GB': 'GBP',
  'en-US': 'USD',
  'de-DE': 'EUR',
  'fr-FR': 'EUR',
  'ja-JP': 'JPY',
};

/** The most years a plan may cover. */
const MOST_YEARS = 60;

/** The form as a person fills it in: all text. */
export type NewPlanForm = {
  readonly title: string;
  readonly locale: string;
  readonly currency: string;
  readonly startMonth: string;
  readonly firstYear: string;
  readonly years: string;
};

export type NewPlanErrors = Readonly<Partial<Record<keyof NewPlanForm, PlainMessageId>>>;

/** The form as it first stands for a locale: its usual currency and fiscal year, ten years from the given one. */
export function initialForm(locale: string, thisYear: number): NewPlanForm {
  const known = LOCALES.find((each) => each === locale) ?? 'en-GB';
  return {
    title: '',
    locale: known,
    currency: CURRENCY_OF[known] ?? 'GBP',
    startMonth: String(defaultCalendarFor(known).startMonth),
    firstYear: String(thisYear),
    years: '10',
  };
}

/** The form for another locale: what follows from a locale changes with it. */
export function withLocale(form: NewPlanForm, locale: string): NewPlanForm {
  const { currency, startMonth } = initialForm(locale, 0);
  return { ...form, locale, currency, startMonth };
}

/** What of the form cannot be taken, field by field; nothing when it is whole. */
export function formErrors(form: NewPlanForm): NewPlanErrors {
  return {
    ...(form.title.trim() === '' ? { title: 'window.title-needed' } : {}),
    ...(isCurrencyCode(form.currency) ? {} : { currency: 'window.currency-unknown' }),
    ...(isYearId(form.firstYear) ? {} : { firstYear: 'window.first-year-wrong' }),
    ...(isYearCount(form.years) ? {} : { years: 'window.years-wrong' }),
  };
}

/** The plan that a form without errors asks for. */
export function toNewPlan(form: NewPlanForm): NewPlan {
  const { title, locale, currency, startMonth, firstYear, years } = form;
  return {
    title: title.trim(),
    locale,
    currency,
    startMonth: Number(startMonth),
    firstYear,
    years: Number(years),
  };
}

function isYearCount(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_YEARS;
}
