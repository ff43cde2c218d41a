import { expect, test } from 'vitest';
import { findStateChanges } from '#renderer/checks/state-changes.ts';

test('only a check whose state is another has changed', () => {
  const before = [
    { id: 'SC-1', state: 'fail' },
    { id: 'SC-2', state: 'fail' },
  ] as const;
  const after = [
    { id: 'SC-1', state: 'pass' },
    { id: 'SC-2', state: 'fail' },
    { id: 'LG-1', state: 'attention' },
  ] as const;
  expect(findStateChanges(before, after)).toEqual([{ id: 'SC-1', from: 'fail', to: 'pass' }]);
});

test('first results are no change', () => {
  expect(findStateChanges([], [{ id: 'SC-1', state: 'pass' }])).toEqual([]);
});
