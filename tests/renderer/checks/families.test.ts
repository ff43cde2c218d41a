import { expect, test } from 'vitest';
import { toFamilies } from '#renderer/checks/families.ts';
import { createEngine, results } from '#shared/criteria/engine.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

test('the three criteria come first, the preconditions after them, and no family is empty', () => {
  const families = toFamilies(results(createEngine(buildPlan({ years: 2 }))));
  expect(families.map(({ criterion, results: members }) => [criterion, members.map(({ id }) => id)])).toEqual(
    [
      ['scale', ['SC-1', 'SC-2']],
      ['longevity', ['LG-1', 'LG-2', 'LG-4']],
      ['responsiveness', ['RS-5', 'RS-6']],
      ['precondition', ['INT-2']],
    ],
  );
});
