import { describe, expect, it } from 'vitest';
import { CHANNELS, isChannel } from '#shared/api/channels.ts';
import { makeClient, type Link } from '#shared/api/client.ts';
import { contract } from '#shared/api/contract.ts';
import { packPlan } from '#shared/plan/packed-plan.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

/** A link that answers every call with the same value. */
function answering(value: unknown): Link {
  return { send: () => Promise.resolve(value), listen: () => () => undefined };
}

describe('the contract', () => {
  it('has a schema for every channel and no other', () => {
    expect(Object.keys(contract).toSorted()).toEqual([...CHANNELS].toSorted());
    expect(CHANNELS.every(isChannel)).toBe(true);
    expect(isChannel('plan/burn')).toBe(false);
    expect(isChannel('constructor')).toBe(false);
  });

  it('refuses inputs that are incomplete, of the wrong kind or too large', () => {
    const good = {
      title: 'T',
      currency: 'GBP',
      locale: 'en-GB',
      startMonth: 4,
      firstYear: '2026',
      years: 10,
    };
    const { input } = contract['plan/create'];
    expect(input.safeParse(good).success).toBe(true);
    for (const bad of [
      { ...good, currency: 'XXY' },
      { ...good, startMonth: 13 },
      { ...good, years: 61 },
      { ...good, firstYear: '26' },
      { ...good, locale: 'not a locale' },
      { ...good, more: 1 },
      null,
    ])
      expect(input.safeParse(bad).success).toBe(false);
  });

  it('takes amounts as integers of minor units only', () => {
    const edit = (minor: unknown) => ({
      plan: 'h',
      base: 0,
      edit: {
        kind: 'set-amounts',
        blocks: [{ ref: { of: 'line', measure: 'need', line: 'l1' }, from: '2026', minor: [minor] }],
      },
    });
    const { input } = contract['plan/apply-edit'];
    expect(input.safeParse(edit(5n)).success).toBe(true);
    expect(input.safeParse(edit(null)).success).toBe(true);
    for (const bad of [5, '5', 5.5, undefined, 1_000_000_000_000_000n])
      expect(input.safeParse(edit(bad)).success).toBe(false);
  });
});

describe('the client', () => {
  const plan = buildPlan({ years: 2, lines: [{ id: 'l1', need: ['1.23', null] }] });
  const snapshot = { seq: 3, hash: 'h', canUndo: null, canRedo: { id: 'planner.step-years' } };

  it('reads a packed snapshot as the plan', async () => {
    const client = makeClient(answering({ ok: true, value: { ...snapshot, plan: packPlan(plan) } }));
    const answer = await client.call('plan/get-snapshot', { plan: 'h' });
    expect(answer).toEqual({ ok: true, value: { ...snapshot, plan } });
  });

  it.each([
    ['no answer', undefined],
    ['an answer of another shape', { ok: true, value: { seq: 'three' } }],
    [
      'a snapshot whose arrays are too short',
      {
        ok: true,
        value: { ...snapshot, plan: { ...packPlan(plan), amounts: new BigInt64Array() } },
      },
    ],
    ['a message that no text knows', { ok: false, error: { code: 'x', message: { id: 'no.such-text' } } }],
  ])('answers a typed error for %s', async (_, value) => {
    const answer = await makeClient(answering(value)).call('plan/get-snapshot', { plan: 'h' });
    expect(answer).toEqual({
      ok: false,
      error: { code: 'bad-answer', message: { id: 'planner.bad-answer' } },
    });
  });

  it('passes a refusal on, and events of the contract only', async () => {
    const error = { code: 'plan-not-open', message: { id: 'planner.plan-not-open' } };
    const heard: unknown[] = [];
    const progress = {
      kind: 'progress',
      call: 'c',
      stage: { id: 'planner.reading-file' },
      done: 1,
      total: 100,
    };
    const client = makeClient({
      send: () => Promise.resolve({ ok: false, error }),
      listen: (onEvent) => {
        onEvent({ kind: 'progress', call: 'c' });
        onEvent(progress);
        return () => undefined;
      },
    });
    client.listen((event) => heard.push(event));
    expect(heard).toEqual([progress]);
    expect(await client.call('plan/undo', { plan: 'h' })).toEqual({ ok: false, error });
  });
});
