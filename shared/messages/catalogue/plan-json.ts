import type { CatalogueText } from '../catalogue-text.ts';
import type { Formats } from '../formats.ts';

type Given = { readonly given: string };

/** Texts about a Plan JSON that cannot be read. The path of the place is told beside each. */
export const planJsonMessages = {
  'plan-json.not-json':
    'This is not JSON: it ends early or has a sign where none may stand. Write the file again with a JSON writer.',
  'plan-json.not-a-plan':
    'This JSON is not a Perennial plan: its field “format” must be “perennial-plan”. Choose a file that a plan was converted to.',
  'plan-json.newer-version': ({ version }: { readonly version: number }) =>
    `This plan has version ${version} of the format, which only a newer Perennial reads. Install the newer one, or convert the plan there.`,
  'plan-json.repeated-field': ({ field }: { readonly field: string }) =>
    `The field “${field}” stands here twice, so it is not certain which value is meant. Keep one.`,
  'plan-json.unknown-field': ({ field }: { readonly field: string }) =>
    `The format has no field “${field}” here. Check its spelling, or leave it out.`,
  'plan-json.missing': ({ field }: { readonly field: string }) =>
    `The field “${field}” is required here. Add it.`,
  'plan-json.not-text': 'A text in quotation marks must stand here, amounts and rates too.',
  'plan-json.not-a-whole-number': 'A whole number without quotation marks must stand here.',
  'plan-json.not-true-or-false': 'true or false must stand here, without quotation marks.',
  'plan-json.not-a-list': 'A list in square brackets must stand here.',
  'plan-json.not-an-object': 'An object in curly brackets must stand here.',
  'plan-json.not-understood':
    'The value here does not fit the format. Compare it with the description of Plan JSON.',
  'plan-json.not-one-of': ({ given, allowed }: Given & { readonly allowed: readonly string[] }) =>
    `“${given}” is not one of the values that may stand here: ${allowed.join(', ')}.`,
  'plan-json.too-small': ({ given, least }: Given & { readonly least: string }) =>
    given === ''
      ? 'An empty text may not stand here. Fill it in.'
      : `${given} is too small: the value must be at least ${least}.`,
  'plan-json.too-large': ({ given, most }: Given & { readonly most: string }) =>
    `${given} is too large: the value must be at most ${most}.`,
  'plan-json.not-a-date': ({ given }: Given) =>
    `“${given}” is not a date that exists. Write dates as YYYY-MM-DD.`,
  'plan-json.not-a-moment': ({ given }: Given) =>
    `“${given}” is not a date, or a date and time in UTC. Write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.`,
  'plan-json.not-a-year': ({ given }: Given) =>
    `“${given}” is not a year id. Write the calendar year in which the fiscal year starts, from 1900 to 2200, as text.`,
  'plan-json.not-a-period': ({ key }: { readonly key: string }) =>
    `“${key}” is neither a year id nor “before” or “later”. Write the calendar year in which the fiscal year starts.`,
  'plan-json.period-outside-plan': ({ key }: { readonly key: string }) =>
    `The plan has no period “${key}”. Add it to the plan’s years (or set “before” or “later”), or leave it out.`,
  'plan-json.not-a-currency': ({ given }: Given) =>
    `“${given}” is not a currency code of ISO 4217, such as GBP, EUR or JPY.`,
  'plan-json.not-a-locale': ({ given }: Given) => `“${given}” is not a language tag such as en-GB or ja-JP.`,
  'plan-json.not-a-decimal': ({ given }: Given) =>
    `“${given}” is not a plain decimal number. Write digits with a point, without other signs.`,
  'plan-json.decimal-below-zero': ({ given }: Given) =>
    `“${given}” is not a decimal number of at least 0. Correct it.`,
  'plan-json.decimal-not-above-zero': ({ given }: Given) =>
    `“${given}” is not a decimal number above 0. Correct it.`,
  'plan-json.not-a-share': ({ given }: Given) =>
    `“${given}” is not a share from 0 to 1. Write 0.1 for a tenth.`,
  'plan-json.not-a-share-below-one': ({ given }: Given) =>
    `“${given}” is not a share of at least 0 and below 1. Write 0.1 for a tenth.`,
  'plan-json.not-an-amount': ({ given }: Given) =>
    `“${given}” is not an amount. Write whole currency units with a point, without other signs: 1234.50.`,
  'plan-json.too-many-decimals': (
    { given, decimals }: Given & { readonly decimals: number },
    { plural }: Formats,
  ) =>
    `“${given}” has too many decimals: the plan’s currency has ${plural(decimals, 'decimal', 'decimals')}. Nothing is rounded silently: round it first.`,
  'plan-json.amount-too-large': ({ given }: Given) =>
    `“${given}” has more than fifteen digits, the most that a spreadsheet keeps exactly. Write a smaller amount.`,
  'plan-json.uneven-series':
    'There are more amounts than origins here, or fewer. Give each amount one origin, 0 where none is known.',
  'plan-json.window-reversed': 'The window ends before it begins. Exchange its dates, or correct them.',
  'plan-json.unknown-threshold': ({ check, name }: { readonly check: string; readonly name: string }) =>
    `There is no threshold “${name}” of a check “${check}”. Correct the check or the name.`,
  'plan-json.repeated-threshold': ({ check, name }: { readonly check: string; readonly name: string }) =>
    `The threshold “${name}” of ${check} is set twice. Keep one.`,
  'plan-json.duplicate-id': ({ id }: { readonly id: string }) =>
    `The id “${id}” stands in this list twice. Give each entry an id of its own.`,
  'plan-json.duplicate-allocation':
    'There is another allocation of the same source to the same line (and the same match). Put their amounts together.',
} as const satisfies Record<string, CatalogueText>;
