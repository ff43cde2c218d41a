import type { ShownVersionKind } from '#renderer/store/view-store.ts';
import type { VersionInfo } from '#shared/api/history-api.ts';

/** The newest version of a kind: the one that stands for it. */
export function newestOfKind(
  versions: readonly VersionInfo[],
  kind: ShownVersionKind,
): VersionInfo | undefined {
  return versions
    .filter((version) => version.kind === kind)
    .reduce<VersionInfo | undefined>(
      (newest, version) => (newest === undefined || version.number > newest.number ? version : newest),
      undefined,
    );
}
