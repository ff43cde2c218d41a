import { describe, expect, it } from 'vitest';
import { checkJson } from '#shared/criteria/check-json.ts';
import { createEngine, results } from '#shared/criteria/engine.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { oneLine } from './judge.ts';

const plan = buildPlan(oneLine(['100.50', '100'], ['100.50', '80']));
const json = checkJson(plan, results(createEngine(plan)), 'abc');

describe('checkJson', () => {
  it('says which plan was judged', () => {
    expect(json.plan).toEqual({
      title: 'Example',
      currency: 'GBP',
      years: ['2026', '2027'],
      lines: 1,
      sources: 1,
      digest: 'abc',
    });
  });

  it('writes one result in full', () => {
    expect(json.results.find(({ id }) => id === 'SC-1')).toEqual({
      id: 'SC-1',
      factor: 3,
      criterion: 'scale',
      state: 'attention',
      value: '0.900249',
      unit: 'share',
      threshold: 'pass: at least 100%; pass in every year: at least 95%; attention: at least 90%',
      basis:
        'House default, after the duty to set a balanced budget; House default: no published threshold stands behind it',
      evidence: [{ line: 'l1', source: null, year: '2027', amount: '20.00' }],
      evidenceCount: 1,
      missing: [],
      missingCount: 0,
      message:
        '90% of the need is paid for. The weakest year is 2027/28: need is £100, and £80 of it is paid for. The largest gap is Retrofit in 2027/28, £20.',
    });
  });

  it('is JSON', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});
