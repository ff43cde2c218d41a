import { expect, test } from 'vitest';
import { makeSay } from '#renderer/app/texts.ts';
import { basesOf } from '#renderer/checks/bases.ts';
import { createEngine, results } from '#shared/criteria/engine.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

test('thresholds that stand on one basis are told together, each basis once', () => {
  const plan = buildPlan({ years: 1 });
  const say = makeSay(makeFormats(plan));
  const cover = results(createEngine(plan)).find(({ id }) => id === 'SC-1');
  expect(cover === undefined ? null : basesOf(cover, say)).toEqual([
    {
      basis: 'House default, after the duty to set a balanced budget',
      thresholds: ['Pass: at least 100%'],
    },
    {
      basis: 'House default: no published threshold stands behind it',
      thresholds: ['Pass in every year: at least 95%', 'attention: at least 90%'],
    },
  ]);
});
