import type { Message } from '#shared/messages/message.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { SeriesRef } from '#shared/plan/edit.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { amountWords, type ChangeReader, nameOfLine, nameOfSource } from './change-reader.ts';
import { LINE_LABELS, PLAN_LABELS, SOURCE_LABELS } from './field-labels.ts';
import { LINE_WORDS, PLAN_WORDS, SOURCE_WORDS } from './field-words.ts';
import type { ValueWords } from './value-words.ts';

/**
 * A change in words. `values`: what changed and its two values. `changed`: what changed, where the values are too long
 * to be quoted. `event`: something that has no values, such as a line that came or went.
 */
export type ChangeInWords =
  | { readonly kind: 'values'; readonly subject: string; readonly before: string; readonly after: string }
  | { readonly kind: 'changed'; readonly subject: string }
  | { readonly kind: 'event'; readonly text: string };

/** Puts one change into words: names as they are now, years in the plan's naming, amounts in its currency. */
export function wordsOfChange(change: PlanChange, reader: ChangeReader): ChangeInWords {
  const { say } = reader;
  switch (change.kind) {
    case 'amount':
      return inValues(cellSubject(change.ref, change.period, reader), [
        amountWords(reader, change.before),
        amountWords(reader, change.after),
      ]);
    case 'certainty':
      return inValues(certaintySubject(change, reader), [
        certaintyWords(change.before, reader),
        certaintyWords(change.after, reader),
      ]);
    case 'line-field': {
      const subject = subjectOf(reader, nameOfLine(reader, change.line), say(LINE_LABELS[change.field]));
      return fieldValues(subject, change, blankOr(LINE_WORDS[change.field], 'history.blank'), reader);
    }
    case 'source-field': {
      const subject = subjectOf(
        reader,
        nameOfSource(reader, change.source),
        say(SOURCE_LABELS[change.field]),
      );
      // No window at all is an open-ended one; any other term that is missing is not known.
      const missing = change.field === 'window' ? 'window.window-open' : 'window.not-known';
      return fieldValues(subject, change, blankOr(SOURCE_WORDS[change.field], missing), reader);
    }
    case 'plan-field': {
      const subject = subjectOf(reader, say('history.the-plan'), say(PLAN_LABELS[change.field]));
      return fieldValues(subject, change, blankOr(PLAN_WORDS[change.field], 'history.blank'), reader);
    }
    case 'years': {
      const subject = subjectOf(reader, say('history.the-plan'), say('history.years'));
      return fieldValues(subject, change, spanWords, reader);
    }
    case 'row':
      return { kind: 'event', text: say(rowEvent(change)) };
    case 'allocation': {
      const values = { line: nameOfLine(reader, change.line), what: fundingWords(change, reader) };
      return { kind: 'event', text: say({ id: `history.allocation-${change.change}`, values }) };
    }
    case 'record':
      return { kind: 'event', text: say(`history.record-${change.record}`) };
  }
}

/** What an amount is: `Retrofit, need 2027/28`. */
export function cellSubject(ref: SeriesRef, period: PeriodKey, reader: ChangeReader): string {
  if (ref.of === 'allocation') {
    return subjectOf(reader, nameOfLine(reader, ref.line), fundingWords(ref, reader), period);
  }
  const name = ref.of === 'line' ? nameOfLine(reader, ref.line) : nameOfSource(reader, ref.source);
  return subjectOf(reader, name, reader.say(`history.measure-${ref.measure}`), period);
}

type Certainty = Extract<PlanChange, { kind: 'certainty' }>;

function certaintySubject({ source, period }: Certainty, reader: ChangeReader): string {
  return subjectOf(reader, nameOfSource(reader, source), reader.say('history.measure-certainty'), period);
}

function subjectOf(
  { say }: ChangeReader,
  name: string,
  what: string,
  period: PeriodKey | null = null,
): string {
  return say({ id: 'history.subject', values: { name, what, period } });
}

function fundingWords(
  { source, matchFor }: { readonly source: string; readonly matchFor: string | null },
  reader: ChangeReader,
): string {
  const values = {
    source: nameOfSource(reader, source),
    matchFor: matchFor === null ? null : nameOfSource(reader, matchFor),
  };
  return reader.say({ id: 'history.funding-from', values });
}

function certaintyWords(certainty: Certainty['before'], { say }: ChangeReader): string {
  if (certainty === null) return say('window.not-known');
  const word = say(`window.certainty-${certainty}`);
  return say({ id: 'window.certainty-cell', values: { certainty, word } });
}

function inValues(subject: string, [before, after]: readonly [string, string]): ChangeInWords {
  return { kind: 'values', subject, before, after };
}

type BeforeAndAfter = { readonly before: unknown; readonly after: unknown };

/** Two values that read the same are not quoted: what differs in them is not in the words. */
function fieldValues(
  subject: string,
  { before, after }: BeforeAndAfter,
  words: ValueWords,
  reader: ChangeReader,
): ChangeInWords {
  const [old, now] = [words(before, reader), words(after, reader)];
  const isQuoted = old !== null && now !== null && old !== now;
  return isQuoted ? inValues(subject, [old, now]) : { kind: 'changed', subject };
}

function blankOr(
  words: ValueWords,
  missing: 'history.blank' | 'window.window-open' | 'window.not-known',
): ValueWords {
  return (value, reader) => {
    if (value === null || value === undefined) return reader.say(missing);
    return value === '' ? reader.say('history.blank') : words(value, reader);
  };
}

const spanWords: ValueWords = (value, { say }) => {
  // `Array.isArray` makes the entries `any`.
  const periods: readonly unknown[] = Array.isArray(value) ? value : [];
  const [first, last] = [periods[0], periods.at(-1)];
  if (typeof first !== 'string' || typeof last !== 'string') return null;
  return say({ id: 'history.years-span', values: { first, last } });
};

function rowEvent({ of, change, name }: Extract<PlanChange, { kind: 'row' }>): Message {
  return { id: `history.${of}-${change}`, values: { name } };
}
