import { expect, test } from 'vitest';
import { findOrigin } from '#renderer/history/find-origin.ts';
import { makeHistoryReader } from '#renderer/history/history-reader.ts';
import type { Transport } from '#shared/api/api.ts';
import type { HistoryFilter, HistoryPage } from '#shared/api/history-api.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { startPlanner } from '#tests/fixtures/start-planner.ts';

const EVERYTHING: HistoryFilter = { line: null, source: null, who: null, cell: null };
const RETROFIT = { of: 'line', measure: 'need', line: 'homes-retrofit' } as const;

/** The sample plan of a real planner, with a reader of its history whose calls are counted. */
async function openSample() {
  const { call, get } = startPlanner();
  const { handle: plan } = await get('plan/open-sample', { sample: 'exampleton' });
  const state = { seq: 0, calls: 0, isCut: false };
  const transport: Transport = {
    call: (channel, input) => {
      state.calls += 1;
      return state.isCut
        ? Promise.resolve({
            ok: false,
            error: { code: 'not-reached', message: { id: 'window.host-silent' } },
          })
        : call(channel, input);
    },
    listen: () => () => undefined,
  };
  const apply = async (edit: Edit) => {
    state.seq = (await get('plan/apply-edit', { plan, base: state.seq, edit })).seq;
  };
  const setNeed = (minor: bigint | null, period = '2026') =>
    apply({ kind: 'set-amounts', blocks: [{ ref: RETROFIT, from: period, minor: [minor] }] });
  const undo = async () => {
    state.seq = (await get('plan/undo', { plan })).seq;
  };
  const reader = makeHistoryReader({ transport, plan: () => plan });
  const page = (): HistoryPage => {
    const known = reader.store.getState().page;
    if (known === null) throw new Error('Nothing is read yet');
    return known;
  };
  return { plan, transport, state, apply, setNeed, undo, reader, page };
}

test('the history is read newest first and follows the steps of the plan', async () => {
  const { setNeed, undo, reader, page } = await openSample();
  await setNeed(100n);
  reader.show(EVERYTHING);
  expect(reader.store.getState()).toMatchObject({ page: null, isReading: true });
  await reader.settle();
  expect(page().entries.map(({ seq }) => seq)).toEqual([1]);
  await undo();
  reader.show({ ...EVERYTHING });
  await reader.settle();
  expect(page().entries.map(({ seq, action, undoneBy }) => [seq, action, undoneBy])).toEqual([
    [2, 'undo', null],
    [1, 'edit', 2],
  ]);
  expect(reader.store.getState()).toMatchObject({ isReading: false, problem: null });
});

test('earlier steps are added a page at a time, and all that is known is read again after a step', async () => {
  const { setNeed, reader, page, state } = await openSample();
  for (let step = 1; step <= 120; step += 1) await setNeed(BigInt(step));
  reader.show(EVERYTHING);
  await reader.settle();
  expect([page().entries.length, page().next]).toEqual([50, 71]);
  reader.showEarlier();
  await reader.settle();
  expect([page().entries.length, page().entries.at(-1)?.seq]).toEqual([100, 21]);
  await setNeed(7n);
  state.calls = 0;
  reader.show(EVERYTHING);
  await reader.settle();
  expect([page().entries[0]?.seq, page().entries.length, state.calls]).toEqual([121, 100, 1]);
  reader.showEarlier();
  await reader.settle();
  expect([page().entries.length, page().next]).toEqual([121, null]);
  state.calls = 0;
  reader.showEarlier();
  await reader.settle();
  expect([page().entries.length, state.calls]).toEqual([121, 0]);
});

test('an answer for a filter that is shown no more is not taken', async () => {
  const { setNeed, apply, reader, page } = await openSample();
  await setNeed(100n);
  await apply({ kind: 'set-plan', changes: { title: 'Another title' } });
  reader.show(EVERYTHING);
  reader.show({ ...EVERYTHING, line: 'homes-retrofit' });
  expect(reader.store.getState().page).toBeNull();
  await reader.settle();
  expect(page().entries.map(({ seq }) => seq)).toEqual([1]);
  reader.show({ ...EVERYTHING, cell: { ref: RETROFIT, period: '2027' } });
  await reader.settle();
  expect(page()).toMatchObject({ entries: [], next: null, people: ['A. Officer'] });
});

test('a failure is told, and what was read stays', async () => {
  const { setNeed, reader, page, state } = await openSample();
  await setNeed(100n);
  reader.show(EVERYTHING);
  await reader.settle();
  state.isCut = true;
  reader.show(EVERYTHING);
  await reader.settle();
  expect(reader.store.getState()).toMatchObject({ problem: { id: 'window.host-silent' }, isReading: false });
  expect(page().entries).toHaveLength(1);
  state.isCut = false;
  reader.show(EVERYTHING);
  await reader.settle();
  expect(reader.store.getState().problem).toBeNull();
});

test('a typed figure is traced to its step, one without an origin to nothing', async () => {
  const { plan, transport, setNeed, state } = await openSample();
  await setNeed(100n);
  await setNeed(200n, '2027');
  expect(await findOrigin(transport, plan, originOfEdit(1))).toMatchObject({
    ok: true,
    value: { file: null, step: { seq: 1, who: 'A. Officer', at: '2026-11-22T10:00:00.000Z' } },
  });
  state.calls = 0;
  expect(await findOrigin(transport, plan, 0)).toEqual({ ok: true, value: { file: null, step: null } });
  expect(state.calls).toBe(0);
  state.isCut = true;
  expect(await findOrigin(transport, plan, originOfEdit(1))).toMatchObject({ ok: false });
});
