import type { Say } from '#renderer/app/texts.ts';
import type { VersionText } from '#renderer/store/version-list.ts';
import type { VersionInfo, VersionKind } from '#shared/api/history-api.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { DEFAULT_NAMES } from './version-words.ts';

/** How many characters a version's name and note may have. */
export const MOST_NAME = 200;
export const MOST_NOTE = 4000;

/** Answers a name that no version has, for a new one of a kind: `Version 3` for the third, `Original`, then `Original 2`. */
export type NameOf = (kind: VersionKind) => string;

/** Names after what the versions there are, and what a reader calls the kinds. */
export function makeNameOf(versions: readonly VersionInfo[], say: Say): NameOf {
  return (kind) => {
    const name = say(DEFAULT_NAMES[kind]);
    const taken = new Set(versions.map((version) => version.name.toLowerCase()));
    if (kind !== 'named' && !taken.has(name.toLowerCase())) return name;
    let number = kind === 'named' ? Math.max(0, ...versions.map((version) => version.number)) : 1;
    let numbered: string;
    do {
      number += 1;
      numbered = say({ id: 'window.version-name-numbered', values: { name, number } });
    } while (taken.has(numbered.toLowerCase()));
    return numbered;
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
