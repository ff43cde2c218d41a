import type { PlainMessageId } from '#shared/messages/message.ts';
import type { VersionKind } from '#shared/api/history-api.ts';

/** What the kinds of versions are called. */
export const KIND_LABELS = {
  named: 'window.version-kind-named',
  original: 'window.version-kind-original',
  approved: 'window.version-kind-approved',
} as const satisfies Record<VersionKind, PlainMessageId>;

/** What each kind is for. */
export const KIND_NOTES = {
  named: 'window.version-kind-named-note',
  original: 'window.version-kind-original-note',
  approved: 'window.version-kind-approved-note',
} as const satisfies Record<VersionKind, PlainMessageId>;

/** With what the name of a new version begins. */
export const DEFAULT_NAMES = {
  named: 'window.version-name-default',
  original: 'window.version-kind-original',
  approved: 'window.version-kind-approved',
} as const satisfies Record<VersionKind, PlainMessageId>;
