import { describe, expect, test } from 'vitest';
import { makeSay } from '#renderer/app/texts.ts';
import { formRefusal, makeNameOf, withKind } from '#renderer/versions/version-form.ts';
import type { VersionInfo, VersionKind } from '#shared/api/history-api.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';

const say = makeSay(
  makeFormats({ locale: 'en-GB', currency: 'GBP', calendar: { startMonth: 4, naming: 'both' } }),
);

function version(number: number, kind: VersionKind): VersionInfo {
  return { number, name: `v${number}`, kind, note: '', by: 'A', at: '2026-11-22T10:00:00Z', seq: number };
}

describe('the name that a new version starts with', () => {
  test('is numbered after the last version, whatever kind that was', () => {
    expect(makeNameOf([], say)('named')).toBe('Version 1');
    expect(makeNameOf([version(7, 'approved'), version(2, 'named')], say)('named')).toBe('Version 8');
  });

  test('is the kind itself for the first original or approved one, numbered from the second on', () => {
    const nameOf = makeNameOf([{ ...version(1, 'original'), name: 'original' }, version(2, 'named')], say);
    expect(nameOf('approved')).toBe('Approved');
    expect(nameOf('original')).toBe('Original 2');
  });

  test('is one that no version has, of whatever kind', () => {
    const names = ['Original', 'Original 2', 'version 5', 'VERSION 6'];
    const taken = names.map((name, index) => ({ ...version(index + 1, 'named'), name }));
    expect(makeNameOf(taken, say)('original')).toBe('Original 3');
    expect(makeNameOf(taken, say)('named')).toBe('Version 7');
  });
});

describe('the form of a version', () => {
  const nameOf = makeNameOf([], say);

  test('takes the name of another kind as long as nobody typed one', () => {
    const start = { name: nameOf('named'), kind: 'named', note: 'why' } as const;
    expect(withKind(start, 'approved', nameOf)).toEqual({ name: 'Approved', kind: 'approved', note: 'why' });
    const typed = { ...start, name: 'Before re-profiling' };
    expect(withKind(typed, 'approved', nameOf).name).toBe('Before re-profiling');
  });

  test('is refused without a name, and blanks are none', () => {
    expect(formRefusal({ name: '  ', kind: 'named', note: '' })).toBe('window.version-name-needed');
    expect(formRefusal({ name: 'Approved', kind: 'named', note: '' })).toBeNull();
  });
});
