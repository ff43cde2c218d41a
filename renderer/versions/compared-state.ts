import type { ComparedState } from '#renderer/store/view-store.ts';
import type { StateRef, VersionInfo, VersionKind } from '#shared/api/history-api.ts';
import type { Message } from '#shared/messages/message.ts';

/** The state as the planner is asked for it. */
export function toStateRef(state: ComparedState): StateRef {
  return state.kind === 'file' ? { kind: 'file', file: state.file } : state;
}

/** A short text that tells states apart. */
export function stateKey(state: ComparedState): string {
  switch (state.kind) {
    case 'current':
      return 'current';
    case 'version':
      return `version:${state.number}`;
    case 'file':
      return `file:${state.file}`;
  }
}

/** What a state is called in a sentence. */
export function stateName(state: ComparedState, versions: readonly VersionInfo[]): Message | string {
  switch (state.kind) {
    case 'current':
      return { id: 'window.compare-current' };
    case 'version':
      return versions.find(({ number }) => number === state.number)?.name ?? '';
    case 'file':
      return state.name;
  }
}

/** States under the head of their group. */
export type StateGroup = {
  readonly group: 'now' | VersionKind | 'files';
  readonly states: readonly ComparedState[];
};

const KIND_ORDER = ['original', 'approved', 'named'] as const satisfies readonly VersionKind[];

/** The states that can be chosen, in their groups; a group without any is left out. */
export function stateGroups(
  versions: readonly VersionInfo[],
  chosen: readonly ComparedState[],
): readonly StateGroup[] {
  const files = new Map(chosen.filter(({ kind }) => kind === 'file').map((file) => [stateKey(file), file]));
  const groups: readonly StateGroup[] = [
    { group: 'now', states: [{ kind: 'current' }] },
    ...KIND_ORDER.map((group) => ({ group, states: ofKind(versions, group) })),
    { group: 'files', states: [...files.values()] },
  ];
  return groups.filter(({ states }) => states.length > 0);
}

/** What is compared with the current plan at first: the newest approved version, else the original, else the newest; else nothing but itself. */
export function firstCompared(versions: readonly VersionInfo[]): ComparedState {
  const [best] = [
    ...ofKind(versions, 'approved'),
    ...ofKind(versions, 'original'),
    ...ofKind(versions, 'named'),
  ];
  return best ?? { kind: 'current' };
}

function ofKind(versions: readonly VersionInfo[], kind: VersionKind): readonly ComparedState[] {
  return versions
    .filter((version) => version.kind === kind)
    .map(({ number }) => ({ kind: 'version', number }));
}
