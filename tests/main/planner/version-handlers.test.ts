import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Api } from '#shared/api/api.ts';
import type { VersionKind } from '#shared/api/history-api.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { readPlanJson } from '#shared/plan/json/read-plan-json.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { openInPlanner, type PlanInPlanner } from '#tests/fixtures/open-in-planner.ts';
import { makePlanFile } from '#tests/fixtures/open-plan-file.ts';
import { buildOlderFile, olderPlanJson } from '#tests/fixtures/plan-files.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const smallPlan = () =>
  buildPlan({
    years: 3,
    lines: [
      { id: 'l1', title: 'Homes', need: ['1000', '2000', '3000'] },
      { id: 'l2', title: 'Trams', need: [null, '500', null] },
    ],
    sources: [{ id: 's1', name: 'Grant', award: ['4000', null, null], certainty: [4, null, null] }],
    allocations: [{ line: 'l1', source: 's1', amounts: ['800', '1500', null] }],
  });

const setNeed = (line: string, from: string, ...minor: (bigint | null)[]): Edit => ({
  kind: 'set-amounts',
  blocks: [{ ref: { of: 'line', measure: 'need', line }, from, minor }],
});
/** Raises 2026 by 250.50 and lowers 2027 by 500 in one line, and fills a blank of the other with 75.25. */
const REPROFILE: Edit = {
  kind: 'batch',
  label: 'Re-profiling',
  edits: [setNeed('l1', '2026', 125_050n, 150_000n), setNeed('l2', '2028', 7525n)],
};
const NOTHING = { raised: 0n, lowered: 0n };

const CURRENT = { kind: 'current' } as const;
const version = (number: number) => ({ kind: 'version', number }) as const;

/** What is done with the versions of an open plan. */
function versionsOf({ started, handle }: PlanInPlanner) {
  type Compared = Api['versions/compare']['input'];
  return {
    keep: async (name: string, kind: VersionKind = 'named') =>
      (await started.get('versions/create', { plan: handle, name, kind, note: '' })).number,
    compare: (from: Compared['from'], to: Compared['to'], page = { offset: 0, limit: 100 }) =>
      started.get('versions/compare', { plan: handle, from, to, ...page }),
  };
}

async function openAt(path: string, mode: 'write' | 'read' = 'write') {
  const opened = await openInPlanner(path, mode);
  return { ...opened, ...versionsOf(opened) };
}

async function openSmallPlan(folder = tempFolder(), name = 'Plan.perennial') {
  const path = join(folder, name);
  makePlanFile(path, smallPlan()).close();
  return openAt(path);
}

describe('versions through the planner', () => {
  it('are kept and compared cell by cell, with what moved in all and by year', async () => {
    const { started, handle, apply, keep, compare } = await openSmallPlan();
    expect(await keep('Original', 'original')).toBe(1);
    await apply(REPROFILE);
    expect(await keep('Approved', 'approved')).toBe(2);
    const compared = await compare(version(1), version(2));
    expect(compared).toMatchObject({ currency: 'GBP', count: 3, gone: { lines: {}, sources: {} } });
    const origins = { beforeOrigin: 0, afterOrigin: originOfEdit(1) };
    const ref = (line: string) => ({ of: 'line', measure: 'need', line });
    expect(compared.changes).toEqual([
      { kind: 'amount', ref: ref('l1'), period: '2026', before: 100_000n, after: 125_050n, ...origins },
      { kind: 'amount', ref: ref('l1'), period: '2027', before: 200_000n, after: 150_000n, ...origins },
      { kind: 'amount', ref: ref('l2'), period: '2028', before: null, after: 7525n, ...origins },
    ]);
    expect(compared.totals.map(({ byPeriod: _, ...total }) => total)).toEqual([
      { measure: 'need', before: 650_000n, after: 632_575n, raised: 32_575n, lowered: 50_000n },
      { measure: 'award', before: 400_000n, after: 400_000n, ...NOTHING },
      { measure: 'allocation', before: 230_000n, after: 230_000n, ...NOTHING },
    ]);
    expect(compared.totals[0]?.byPeriod).toEqual([
      { period: '2026', before: 100_000n, after: 125_050n },
      { period: '2027', before: 250_000n, after: 200_000n },
      { period: '2028', before: 300_000n, after: 307_525n },
    ]);
    expect(await compare(version(2), CURRENT)).toMatchObject({ count: 0, changes: [] });
    await apply(setNeed('l2', '2026', 1n));
    expect(await compare(version(2), CURRENT)).toMatchObject({
      count: 1,
      changes: [{ period: '2026', before: null, after: 1n }],
    });
    expect(
      (await started.get('versions/list', { plan: handle })).map(({ name, kind, seq }) => [name, kind, seq]),
    ).toEqual([
      ['Original', 'original', 0],
      ['Approved', 'approved', 1],
    ]);
  });

  it('are compared a page at a time, with the names of rows that the plan no longer has', async () => {
    const { apply, keep, compare } = await openSmallPlan();
    await keep('Original', 'original');
    await apply({ kind: 'batch', label: 'Out', edits: [{ kind: 'remove-lines', ids: ['l2'] }] });
    const all = await compare(version(1), CURRENT);
    expect(all.count).toBe(2);
    expect(all.gone).toEqual({ lines: { l2: 'Trams' }, sources: {} });
    const [row, amount] = all.changes;
    expect(row).toEqual({ kind: 'row', of: 'line', id: 'l2', name: 'Trams', change: 'removed' });
    const page = await compare(version(1), CURRENT, { offset: 1, limit: 1 });
    expect(page).toEqual({ ...all, changes: [amount] });
    expect((await compare(version(1), CURRENT, { offset: 2, limit: 1 })).changes).toEqual([]);
  });

  it('give their plan whole, origins included, and are renamed', async () => {
    const { started, handle, apply, keep, plan } = await openSmallPlan();
    await apply(REPROFILE);
    const then = await plan();
    await keep('Approved', 'approved');
    await apply(setNeed('l1', '2026', null, null, null));
    const kept = await started.get('versions/get-plan', { plan: handle, number: 1 });
    expect(kept.plan).toEqual(then);
    const text = { name: ' Approved by the board ', kind: 'named', note: 'In May' } as const;
    const info = await started.get('versions/update', { plan: handle, number: 1, ...text });
    expect(info).toEqual({
      number: 1,
      name: 'Approved by the board',
      kind: 'named',
      note: 'In May',
      by: 'A. Officer',
      at: '2026-11-22T10:00:00.000Z',
      seq: 1,
    });
    expect(await started.get('versions/list', { plan: handle })).toEqual([info]);
    expect(await started.call('versions/create', { plan: handle, ...text })).toMatchObject({
      ok: false,
      error: {
        code: 'name-taken',
        message: { id: 'document.version-name-taken', values: { name: 'Approved by the board' } },
      },
    });
    expect(await started.call('versions/get-plan', { plan: handle, number: 7 })).toMatchObject({
      ok: false,
      error: { code: 'no-such-version' },
    });
  });

  it('stay with the plan when it is saved under another name', async () => {
    const { started, handle, apply, keep } = await openSmallPlan();
    await keep('Original', 'original');
    await apply(REPROFILE);
    const target = join(tempFolder(), 'Other name.perennial');
    const { handle: saved } = await started.get('plan/save-as', {
      plan: handle,
      file: started.tokenFor(target),
    });
    await started.get('versions/create', { plan: saved, name: 'Approved', kind: 'approved', note: '' });
    await started.get('plan/close', { plan: saved });
    const again = await openAt(target);
    const list = await again.started.get('versions/list', { plan: again.handle });
    expect(list.map(({ number, name, seq }) => [number, name, seq])).toEqual([
      [1, 'Original', 0],
      [2, 'Approved', 1],
    ]);
    const { plan: original } = await again.started.get('versions/get-plan', {
      plan: again.handle,
      number: 1,
    });
    expect(original).toEqual(smallPlan());
    expect((await again.compare(version(2), CURRENT)).count).toBe(0);
  });
});

describe('a comparison with a file', () => {
  it('reads the file without writing to it or beside it, and notices when it is another', async () => {
    const other = await openSmallPlan(tempFolder(), 'Théirs 計画.perennial');
    await other.apply(REPROFILE);
    await other.started.get('plan/close', { plan: other.handle });
    const { started, compare, keep } = await openSmallPlan();
    await keep('Original', 'original');
    const folder = join(other.path, '..');
    const [names, bytes, { mtimeMs }] = [readdirSync(folder), readFileSync(other.path), statSync(other.path)];
    const file = { kind: 'file', file: started.tokenFor(other.path) } as const;
    const compared = await compare(version(1), file);
    expect(compared).toMatchObject({ currency: 'GBP', count: 3 });
    expect(compared.totals[0]).toMatchObject({
      before: 650_000n,
      after: 632_575n,
      raised: 32_575n,
      lowered: 50_000n,
    });
    expect(await compare(file, CURRENT)).toMatchObject({ count: 3 });
    expect(readdirSync(folder)).toEqual(names);
    expect(readFileSync(other.path)).toEqual(bytes);
    expect(statSync(other.path).mtimeMs).toBe(mtimeMs);
    const writer = await openAt(other.path);
    await writer.apply(setNeed('l1', '2028', 1n));
    // It is compared as it stands now, also while somebody else edits it.
    expect(await compare(file, CURRENT)).toMatchObject({ count: 4 });
  });

  it('reads a file of an earlier version of the program, which stays one', async () => {
    const folder = tempFolder();
    const path = join(folder, 'old.perennial');
    buildOlderFile(path, 1);
    const old = readPlanJson(olderPlanJson(1));
    if (!old.ok) throw new Error('no plan');
    const bytes = readFileSync(path);
    const { started, compare } = await openSmallPlan();
    const file = { kind: 'file', file: started.tokenFor(path) } as const;
    const compared = await compare(file, CURRENT);
    expect(compared.changes).toContainEqual({
      kind: 'plan-field',
      field: 'title',
      before: old.plan.title,
      after: 'Example',
    });
    expect(readdirSync(folder)).toEqual(['old.perennial']);
    expect(readFileSync(path)).toEqual(bytes);
  });

  it('refuses what is no plan, or is not there, with a sentence', async () => {
    const { started, handle } = await openSmallPlan();
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.perennial'), 'No plan at all');
    mkdirSync(join(folder, 'folder.perennial'));
    const codeFor = async (path: string) => {
      const file = { kind: 'file', file: started.tokenFor(join(folder, path)) } as const;
      const asked = { plan: handle, from: CURRENT, to: file, offset: 0, limit: 1 };
      const answer = await started.call('versions/compare', asked);
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(await codeFor('a.perennial')).toBe('not-a-plan');
    expect(await codeFor('b.perennial')).toBe('not-found');
    expect(await codeFor('folder.perennial')).toBe('not-a-plan');
  });
});

describe('restoring a version', () => {
  it('is one step that names the version, which undo takes back after reopening, and redo does again', async () => {
    const { started, handle, path, apply, keep, plan } = await openSmallPlan();
    await keep('Original', 'original');
    await apply(REPROFILE);
    await apply({ kind: 'batch', label: 'Out', edits: [{ kind: 'remove-lines', ids: ['l2'] }] });
    const comment = {
      id: 'c1',
      on: { kind: 'line', line: 'l1' },
      text: '?',
      by: 'B',
      at: '2026-11-22',
    } as const;
    await apply({ kind: 'comment', comment });
    const later = await plan();
    const step = await started.get('versions/restore', { plan: handle, number: 1 });
    const label = { id: 'planner.step-batch', values: { label: 'Back to version “Original”' } };
    expect(step).toMatchObject({ seq: 4, canUndo: label, canRedo: null, edit: { kind: 'batch' } });
    const restored = { ...smallPlan(), comments: [comment] };
    expect(await plan()).toEqual(restored);
    await started.get('plan/close', { plan: handle });

    const again = await openAt(path);
    const undone = await again.started.get('plan/undo', { plan: again.handle });
    expect(undone).toMatchObject({ seq: 5, canRedo: label });
    expect(await again.plan()).toEqual(later);
    await again.started.get('plan/close', { plan: again.handle });

    const last = await openAt(path);
    await last.started.get('plan/redo', { plan: last.handle });
    expect(await last.plan()).toEqual(restored);
  });

  it('is refused when nothing differs, and in a plan that is only read', async () => {
    const { started, handle, path, apply, keep } = await openSmallPlan();
    await keep('Original', 'original');
    expect(await started.call('versions/restore', { plan: handle, number: 1 })).toEqual({
      ok: false,
      error: {
        code: 'nothing-to-restore',
        message: { id: 'planner.nothing-to-restore', values: { name: 'Original' } },
      },
    });
    await apply(REPROFILE);
    const reader = await openAt(path, 'read');
    const { call } = reader.started;
    const refused = { ok: false, error: { code: 'read-only', message: { id: 'document.read-only' } } };
    expect(await call('versions/restore', { plan: reader.handle, number: 1 })).toMatchObject(refused);
    const text = { name: 'Mine', kind: 'named', note: '' } as const;
    expect(await call('versions/create', { plan: reader.handle, ...text })).toMatchObject(refused);
    expect((await reader.compare(version(1), CURRENT)).count).toBe(3);
  });
});
