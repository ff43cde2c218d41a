import { expect, test } from 'vitest';
import { lineChoices, personChoices, sourceChoices } from '#renderer/history/filter-choices.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { readerOf } from './english-reader.ts';

const PLAN = buildPlan({
  years: 1,
  lines: [
    { id: 'l2', title: 'Schools' },
    { id: 'l1', title: 'Homes' },
  ],
  sources: [{ id: 's1', name: 'Grant' }],
});
const READER = readerOf(PLAN, { lines: { l9: 'Pier', l1: 'Homes' }, sources: {} });

test('the lines of the plan come in its order, then those that were removed', () => {
  expect(lineChoices(READER, null)).toEqual([
    { value: 'l2', label: 'Schools' },
    { value: 'l1', label: 'Homes' },
    { value: 'l9', label: 'Pier (removed)' },
  ]);
});

test('what is chosen stays among the choices, whatever the answer knows of it', () => {
  expect(lineChoices(READER, 'l8').at(-1)).toEqual({ value: 'l8', label: 'l8 (removed)' });
  expect(sourceChoices(READER, 's1')).toEqual([{ value: 's1', label: 'Grant' }]);
  expect(personChoices(['A. Officer'], 'B. Clerk').map(({ value }) => value)).toEqual([
    'A. Officer',
    'B. Clerk',
  ]);
});
