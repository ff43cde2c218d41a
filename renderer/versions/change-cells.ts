import { type ChangeReader, nameOfLine, nameOfSource } from '#renderer/history/change-reader.ts';
import { wordsOfChange } from '#renderer/history/change-words.ts';
import { LINE_LABELS, PLAN_LABELS, SOURCE_LABELS } from '#renderer/history/field-labels.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import type { Minor } from '#shared/money/amount.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { SeriesRef } from '#shared/plan/edit.ts';
import type { ComparedMeasure, PlanChange } from '#shared/review/plan-change.ts';

/** What the measures are called beside their figures. */
export const MEASURE_LABELS = {
  need: 'window.compared-need',
  actual: 'window.compared-actual',
  risk: 'window.compared-risk',
  bias: 'window.compared-bias',
  award: 'window.compared-award',
  drawn: 'window.compared-drawn',
  allocation: 'window.compared-allocation',
} as const satisfies Record<ComparedMeasure, PlainMessageId>;

/** The two values of a change: amounts in minor units, texts, or only what happened where there are no values. */
type ChangeValues =
  | { readonly kind: 'amounts'; readonly before: Minor | null; readonly after: Minor | null }
  | { readonly kind: 'texts'; readonly before: string; readonly after: string }
  | { readonly kind: 'event'; readonly text: string };

/** A change as a row of a table: the line, source or plan that it is of, what of it, in which period, and the values. */
export type ChangeCells = {
  readonly subject: string;
  readonly what: string;
  readonly period: PeriodKey | null;
  readonly values: ChangeValues;
};

/** Lays a change out in cells, with the names that its rows have now or had last. */
export function cellsOfChange(change: PlanChange, reader: ChangeReader): ChangeCells {
  const { say } = reader;
  const head = headOf(change, reader);
  switch (change.kind) {
    case 'amount':
      return { ...head, values: { kind: 'amounts', before: change.before, after: change.after } };
    case 'row':
    case 'allocation':
      return { ...head, values: { kind: 'event', text: say(`window.change-${change.change}`) } };
    case 'certainty':
    case 'line-field':
    case 'source-field':
    case 'plan-field':
    case 'years':
    case 'record':
      return { ...head, values: textsOf(change, reader) };
  }
}

/** The amount that a change adds, blank counted as nothing. */
export function differenceOf({ before, after }: Extract<ChangeValues, { kind: 'amounts' }>): Minor {
  return (after ?? 0n) - (before ?? 0n);
}

function textsOf(change: PlanChange, reader: ChangeReader): ChangeValues {
  const words = wordsOfChange(change, reader);
  switch (words.kind) {
    case 'values':
      return { kind: 'texts', before: words.before, after: words.after };
    case 'changed':
      return { kind: 'event', text: reader.say('window.change-changed') };
    case 'event':
      return { kind: 'event', text: words.text };
  }
}

type Head = Pick<ChangeCells, 'subject' | 'what' | 'period'>;

function headOf(change: PlanChange, reader: ChangeReader): Head {
  const { say } = reader;
  const plan = say('history.the-plan');
  switch (change.kind) {
    case 'amount':
      return { ...headOfSeries(change.ref, reader), period: change.period };
    case 'certainty':
      return {
        subject: nameOfSource(reader, change.source),
        what: say('window.sources-measure-certainty'),
        period: change.period,
      };
    case 'row':
      return { subject: change.name, what: say(`window.change-${change.of}`), period: null };
    case 'allocation':
      return { ...headOfSeries({ of: 'allocation', ...change }, reader), period: null };
    case 'line-field':
      return { subject: nameOfLine(reader, change.line), what: say(LINE_LABELS[change.field]), period: null };
    case 'source-field':
      return {
        subject: nameOfSource(reader, change.source),
        what: say(SOURCE_LABELS[change.field]),
        period: null,
      };
    case 'plan-field':
      return { subject: plan, what: say(PLAN_LABELS[change.field]), period: null };
    case 'years':
      return { subject: plan, what: say('window.change-years'), period: null };
    case 'record':
      return { subject: plan, what: say('window.change-record'), period: null };
  }
}

function headOfSeries(ref: SeriesRef, reader: ChangeReader): Omit<Head, 'period'> {
  const { say } = reader;
  switch (ref.of) {
    case 'line':
      return { subject: nameOfLine(reader, ref.line), what: say(MEASURE_LABELS[ref.measure]) };
    case 'source':
      return { subject: nameOfSource(reader, ref.source), what: say(MEASURE_LABELS[ref.measure]) };
    case 'allocation': {
      const source = nameOfSource(reader, ref.source);
      const matchFor = ref.matchFor === null ? null : nameOfSource(reader, ref.matchFor);
      const what = say({ id: 'window.change-funding', values: { source, matchFor } });
      return { subject: nameOfLine(reader, ref.line), what };
    }
  }
}
