import { expect, it } from 'vitest';
import { createEngine, results } from '#shared/criteria/engine.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

it('says why cover is negative when recoveries are entered as negative need', () => {
  const plan = buildPlan({
    years: 1,
    lines: [
      { id: 'Salaries', need: ['110'] },
      { id: 'Recoveries', need: ['-10'] },
    ],
  });
  const formats = makeFormats(plan);
  const cover = results(createEngine(plan)).find(({ id }) => id === 'SC-1');
  expect(cover?.value).toBe('-0.1');
  expect(cover && writeMessage(cover.message, formats)).toBe(
    'Cover is -10%: lines with a negative need, such as recoveries, count against it, and the money of the other lines does not make up for them yet. The largest gap is Salaries in 2026/27, £110.',
  );
});
