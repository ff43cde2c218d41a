import { describe, expect, test } from 'vitest';
import {
  firstCompared,
  stateGroups,
  stateKey,
  stateName,
  toStateRef,
} from '#renderer/versions/compared-state.ts';
import type { VersionInfo, VersionKind } from '#shared/api/history-api.ts';

function version(number: number, kind: VersionKind): VersionInfo {
  return { number, name: `v${number}`, kind, note: '', by: 'A', at: '2026-11-22T10:00:00Z', seq: number };
}

const CURRENT = { kind: 'current' } as const;
const FILE = { kind: 'file', file: 'token', name: 'Last year' } as const;
const versions = [
  version(4, 'named'),
  version(3, 'approved'),
  version(2, 'approved'),
  version(1, 'original'),
];

describe('states to compare', () => {
  test('are grouped by what they are for, newest first; a group without any is left out', () => {
    expect(stateGroups(versions, [CURRENT, FILE, FILE])).toEqual([
      { group: 'now', states: [CURRENT] },
      { group: 'original', states: [{ kind: 'version', number: 1 }] },
      {
        group: 'approved',
        states: [
          { kind: 'version', number: 3 },
          { kind: 'version', number: 2 },
        ],
      },
      { group: 'named', states: [{ kind: 'version', number: 4 }] },
      { group: 'files', states: [FILE] },
    ]);
    expect(stateGroups([], [CURRENT])).toEqual([{ group: 'now', states: [CURRENT] }]);
  });

  test('the newest approved version comes first, then the newest original, then any', () => {
    expect(firstCompared(versions)).toEqual({ kind: 'version', number: 3 });
    expect(firstCompared([version(4, 'named'), version(1, 'original')])).toEqual({
      kind: 'version',
      number: 1,
    });
    expect(firstCompared([version(4, 'named')])).toEqual({ kind: 'version', number: 4 });
    expect(firstCompared([])).toEqual(CURRENT);
  });

  test('have keys that tell them apart, and names; the planner is asked for a file by its token alone', () => {
    expect([CURRENT, { kind: 'version', number: 3 } as const, FILE].map(stateKey)).toEqual([
      'current',
      'version:3',
      'file:token',
    ]);
    expect(stateName(CURRENT, versions)).toEqual({ id: 'window.compare-current' });
    expect(stateName({ kind: 'version', number: 3 }, versions)).toBe('v3');
    expect(stateName(FILE, versions)).toBe('Last year');
    expect(toStateRef(FILE)).toEqual({ kind: 'file', file: 'token' });
  });
});
