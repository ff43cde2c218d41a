import type { CatalogueText } from '../catalogue-text.ts';
import type { Formats } from '../formats.ts';

/** What an amount is of, in words. */
const MEASURES = {
  need: 'need',
  actual: 'actual spend',
  risk: 'risk allowance',
  bias: 'optimism-bias allowance',
  award: 'award',
  drawn: 'money drawn',
  certainty: 'certainty',
  allocation: 'funding',
} as const;
type Measure = keyof typeof MEASURES;

/** What a reference names, in words. */
const TARGETS = {
  line: 'a line',
  source: 'a funding source',
  place: 'a place',
  objective: 'an objective',
  theme: 'a theme',
  period: 'a year',
  comment: 'a comment',
  acceptance: 'an acceptance',
  'sign-off': 'a sign-off',
} as const;
type Target = keyof typeof TARGETS;

/** The lists of the plan that name lines, sources and years, in words. */
const LISTS = { holds: 'holds', virements: 'virements', statedTotals: 'totals stated in the file' } as const;
type InList = { readonly list: keyof typeof LISTS };

type Named = { readonly name: string };
type Cell = Named & { readonly measure: Measure; readonly period: string };

/** Texts about the plan: its default themes, and why an edit is refused (what, where, what to do). */
export const planMessages = {
  'plan.theme-economic': 'Economic',
  'plan.theme-cultural': 'Cultural',
  'plan.theme-business': 'Business',
  'plan.theme-spatial': 'Spatial',

  'plan.unknown-line': ({ id }: { readonly id: string }) =>
    `The line “${id}” is not in this plan; it may have been removed. Choose a line that is there.`,
  'plan.unknown-source': ({ id }: { readonly id: string }) =>
    `The funding source “${id}” is not in this plan; it may have been removed. Choose a source that is there.`,
  'plan.unknown-allocation': ({ line, source }: { readonly line: string; readonly source: string }) =>
    `“${line}” has no funding from “${source}” in this plan. Give the line that source first.`,
  'plan.unknown-funding':
    'This funding is not in the plan; it may have been removed already. Look at the line again.',
  'plan.unknown-period': ({ name, period }: Named & { readonly period: string }, { year }: Formats) =>
    `“${name}” has no amount for ${year(period)}: the plan does not cover that year. Add the year to the plan first.`,
  'plan.past-last-period': (
    { name, values, room }: Named & { readonly values: number; readonly room: number },
    { plural }: Formats,
  ) =>
    `${plural(values, 'value', 'values')} for “${name}” would run past the plan’s last year: there is room for ${room}. Add years to the plan, or leave out the rest.`,
  'plan.amount-too-large': ({ name, measure, period }: Cell, { year }: Formats) =>
    `The ${MEASURES[measure]} of “${name}” in ${year(period)} has more than fifteen digits, the most that a spreadsheet keeps exactly. Enter a smaller amount.`,
  'plan.plan-amount-too-large':
    'An amount has more than fifteen digits, the most that a spreadsheet keeps exactly. Enter a smaller amount.',
  'plan.wrong-number-of-values': ({ name, measure }: Named & { readonly measure: Measure }) =>
    `The ${MEASURES[measure]} of “${name}” does not have one value for each year of the plan. Give it one value, or a blank, for each.`,
  'plan.duplicate-line': ({ id }: { readonly id: string }) =>
    `There is a line with the id “${id}” already. Give the new line another id.`,
  'plan.duplicate-source': ({ id }: { readonly id: string }) =>
    `There is a funding source with the id “${id}” already. Give the new source another id.`,
  'plan.duplicate-allocation': ({ line, source }: { readonly line: string; readonly source: string }) =>
    `“${line}” has funding from “${source}” already. Change the amounts that are there.`,
  'plan.duplicate-record': ({ id }: { readonly id: string }) =>
    `There is a record with the id “${id}” already. Give the new one another id.`,
  'plan.misnamed-allocation': ({ line, source }: { readonly line: string; readonly source: string }) =>
    `The funding of “${line}” from “${source}” does not carry the id that belongs to it. Add it again.`,
  'plan.empty-id': 'A row without an id cannot be added. Give it an id.',
  'plan.bad-position': ({ name }: Named) =>
    `“${name}” cannot stand at the position asked for. Give positions in ascending order, none beyond the end.`,
  'plan.dangling-reference': ({
    name,
    target,
    id,
  }: Named & { readonly target: Target; readonly id: string }) =>
    `“${name}” names ${TARGETS[target]} that is not in the plan: “${id}”. Add it first, or choose another.`,
  'plan.still-named': ({ name, by }: Named & { readonly by: string }) =>
    `“${name}” cannot be removed while “${by}” names it. Change “${by}” first, or remove both in one step.`,
  'plan.still-funded': ({ line, source }: { readonly line: string; readonly source: string }) =>
    `“${line}” has funding from “${source}”, so it cannot be removed alone. Remove that funding first.`,
  'plan.source-still-used': ({ line, source }: { readonly line: string; readonly source: string }) =>
    `“${line}” has funding from “${source}” that depends on the source. Remove that funding first.`,
  'plan.running-cost-line-not-revenue': ({ name, line }: Named & { readonly line: string }) =>
    `“${name}” names “${line}” for its running costs, which is a capital line. Choose a revenue line.`,
  'plan.match-for-itself': ({ line, source }: { readonly line: string; readonly source: string }) =>
    `Money of “${source}” for “${line}” cannot be match for “${source}” itself. Choose the source whose match it is.`,
  'plan.too-many-years': ({ years }: { readonly years: number }, { plural }: Formats) =>
    `A plan covers 1 to 60 years, not ${plural(years, 'year', 'years')}. Choose a shorter span.`,
  'plan.years-not-contiguous': ({ year, after }: { readonly year: string; readonly after: string }) =>
    `The years of a plan follow one another without gaps, but ${year} comes after ${after}. Put the years in order and add the missing ones.`,
  'plan.not-a-year': ({ year }: { readonly year: string }) =>
    `“${year}” is not a fiscal year between 1900 and 2200. Name the calendar year in which it starts.`,
  'plan.year-not-empty': ({ name, measure, period }: Cell, { year }: Formats) =>
    `${year(period)} cannot be taken out of the plan: “${name}” has a figure there (${MEASURES[measure]}). Clear it first.`,
  'plan.unknown-currency': ({ currency }: { readonly currency: string }) =>
    `“${currency}” is not a currency code of ISO 4217, such as GBP, EUR or JPY. Choose one from the list.`,
  'plan.currency-in-use': ({ currency }: { readonly currency: string }) =>
    `The plan holds amounts in ${currency}, so its currency cannot be changed: no amount is ever converted silently. Start a new plan in the other currency.`,
  'plan.list-names-unknown': ({
    list,
    target,
    id,
  }: InList & { readonly target: Target; readonly id: string }) =>
    `The plan’s ${LISTS[list]} name ${TARGETS[target]} that is not in the plan: “${id}”. Add it first, or leave the entry out.`,
  'plan.still-in-list': ({ name, list }: Named & InList) =>
    `“${name}” cannot be removed while the plan’s ${LISTS[list]} name it. Take it out there first, or remove both in one step.`,
  'plan.year-in-list': ({ period, list }: InList & { readonly period: string }, { year }: Formats) =>
    `${year(period)} cannot be taken out of the plan while the plan’s ${LISTS[list]} name it. Change them first.`,
  'plan.record-names-unknown': ({ target, id }: { readonly target: Target; readonly id: string }) =>
    `This record names ${TARGETS[target]} that is not in the plan: “${id}”. Look at the plan again and choose one that is there.`,
  'plan.record-inside-import': ({ file }: { readonly file: string }) =>
    `The import of ${file} holds a record that does not belong in an import. Import the file again.`,
  'plan.offset-without-cell': ({ file }: { readonly file: string }) =>
    `The import of ${file} names a cell that it does not bring along. Import the file again.`,
} as const satisfies Record<string, CatalogueText>;
