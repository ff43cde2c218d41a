import type { Say } from '#renderer/app/texts.ts';
import type { VersionText } from '#renderer/store/version-list.ts';
import type { VersionInfo, VersionKind } from '#shared/api/history-api.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { DEFAULT_NAMES } from './version-words.ts';

/** How many characters a version's name and note may have. */
export const MOST_NAME = 200;
export const MOST_NOTE = 4000;

/** Answers the name that a new version of a kind starts with: `Version 3` for the third, `Original`, then `Original 2`. */
export type NameOf = (kind: VersionKind) => string;

export function makeNameOf(versions: readonly VersionInfo[], say: Say): NameOf {
  return (kind) => {
    const name = say(DEFAULT_NAMES[kind]);
    const alike = versions.filter((version) => version.kind === kind).length;
    if (kind !== 'named' && alike === 0) return name;
    const last = kind === 'named' ? Math.max(0, ...versions.map((version) => version.number)) : alike;
    return say({ id: 'window.version-name-numbered', values: { name, number: last + 1 } });
  };
}

/** The form with another kind; the name follows it as long as the person has not typed one. */
export function withKind(form: VersionText, kind: VersionKind, nameOf: NameOf): VersionText {
  return { ...form, kind, name: form.name === nameOf(form.kind) ? nameOf(kind) : form.name };
}

/** What is wrong with the form before it is sent; null when it may be. */
export function formRefusal({ name }: VersionText): PlainMessageId | null {
  return name.trim() === '' ? 'window.version-name-needed' : null;
}
