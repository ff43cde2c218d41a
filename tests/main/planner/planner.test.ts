import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#shared/plan/edit.ts';
import { newLine } from '#shared/plan/new-plan.ts';
import { openPlan, startPlanner, type StartedPlanner } from '#tests/fixtures/start-planner.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const NEW_PLAN = {
  title: 'Homes',
  currency: 'GBP',
  locale: 'en-GB',
  startMonth: 4,
  firstYear: '2026',
  years: 3,
};
const SHEET = [
  'Capital plan (£000),,,,',
  'Project,2026/27,2027/28,2028/29,Total',
  'Warm homes,"1,200.5",800,,"2,000.5"',
  'Town square,300,700,500,"1,500"',
  'Total,"1,500.5","1,500",500,"3,500.5"',
].join('\n');

const setNeed = (line: string, minor: bigint): Edit => ({
  kind: 'set-amounts',
  blocks: [{ ref: { of: 'line', measure: 'need', line }, from: '2026', minor: [minor] }],
});
const soon = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

async function readSheet(started: StartedPlanner, text = SHEET) {
  const bytes = new TextEncoder().encode(text);
  return started.get('import/read-file', { call: 'read', name: 'capital.csv', bytes, locale: 'en-GB' });
}

describe('the planner', () => {
  it('opens a sample as a draft of its own, tells its checks, and lists it among the drafts', async () => {
    const started = startPlanner();
    const info = await started.get('app/get-info', {});
    expect(info).toMatchObject({ host: 'browser', version: '0.1.0', user: 'A. Officer', recents: [] });
    expect(info.samples.map(({ id, title }) => [id, title])).toEqual([
      ['exampleton', 'Exampleton housing and growth programme'],
    ]);
    const opened = await started.get('plan/open-sample', { sample: 'exampleton' });
    expect(opened).toMatchObject({ name: null, readOnly: null });
    const snapshot = await started.get('plan/get-snapshot', { plan: opened.handle });
    expect(snapshot).toMatchObject({ seq: 0, canUndo: null, canRedo: null });
    expect(snapshot.plan.lines.rows).toHaveLength(10);
    const { results } = await started.get('checks/get-results', { plan: opened.handle });
    expect(results.find(({ id }) => id === 'SC-1')).toMatchObject({ state: 'attention' });
    const { recents, drafts } = await started.get('app/get-info', {});
    expect(recents).toEqual([]);
    expect(drafts.map(({ title, edits }) => [title, edits])).toEqual([
      ['Exampleton housing and growth programme', 0],
    ]);
    expect(readdirSync(join(started.folder, 'samples'))).toEqual(['exampleton.json']);
  });

  it('makes a plan, takes edits, and tells the checks after each of them', async () => {
    const started = startPlanner();
    const { handle } = await started.get('plan/create', NEW_PLAN);
    const { plan } = await started.get('plan/get-snapshot', { plan: handle });
    expect(plan).toMatchObject({
      title: 'Homes',
      asOf: '2026-11-22',
      calendar: { startMonth: 4, naming: 'both' },
      axis: { years: ['2026', '2027', '2028'] },
    });
    const { row } = await addLine(started, handle);
    const answer = await started.get('plan/apply-edit', {
      plan: handle,
      base: 1,
      edit: setNeed(row.id, 12_345n),
    });
    expect(answer).toMatchObject({ seq: 2, canUndo: { id: 'planner.step-amounts' }, canRedo: null });
    await soon();
    const told = started.events.filter((event) => event.kind === 'checks');
    expect(told.at(-1)).toMatchObject({ plan: handle, seq: 2 });
    const undone = await started.get('plan/undo', { plan: handle });
    expect(started.events.filter((event) => event.kind === 'changed')).toEqual(
      [1, 2, 3].map((seq) => ({ kind: 'changed', plan: handle, seq })),
    );
    expect(undone).toMatchObject({ seq: 3, canRedo: { id: 'planner.step-amounts' } });
    expect(undone.edit).toMatchObject({ kind: 'set-amounts' });
    expect(await started.get('plan/redo', { plan: handle })).toMatchObject({ seq: 4 });
    const again = await started.get('plan/get-snapshot', { plan: handle });
    expect(again.plan.lines.rows[0]?.need.minor).toEqual([12_345n, null, null]);
  });

  it('refuses with a code and a sentence, never with a stack, and nothing is changed', async () => {
    const started = startPlanner();
    const { handle } = await started.get('plan/create', NEW_PLAN);
    await addLine(started, handle);
    const refused = async (channel: string, input: unknown) => {
      const answer = await started.planner.call(channel, input);
      return answer.ok ? 'done' : answer.error.code;
    };
    expect(await refused('plan/burn', {})).toBe('unknown-call');
    expect(await refused('__proto__', {})).toBe('unknown-call');
    expect(await refused('plan/undo', { plan: 7 })).toBe('bad-input');
    expect(await refused('plan/undo', { plan: 'other' })).toBe('plan-not-open');
    expect(await refused('plan/open', { file: '/etc/passwd', mode: 'write' })).toBe('unknown-file');
    expect(await refused('plan/open-sample', { sample: '../exampleton' })).toBe('unknown-sample');
    expect(await refused('plan/create', { ...NEW_PLAN, firstYear: '2199' })).toBe('bad-years');
    expect(await refused('import/preview', { handle: 'x', choices: null })).toBe('bad-input');
    expect(await refused('import/get-cells', { handle: 'x', sheet: 'a', firstRow: 0, rows: 5 })).toBe(
      'import-not-open',
    );
    const edit = setNeed('none', 1n);
    expect(await refused('plan/apply-edit', { plan: handle, base: 0, edit })).toBe('stale-base');
    expect(await refused('plan/apply-edit', { plan: handle, base: 1, edit })).toBe('edit-refused');
    expect((await started.get('plan/get-snapshot', { plan: handle })).seq).toBe(1);
  });

  it('answers a fault of the program with a sentence and keeps the cause in the log', async () => {
    const started = startPlanner({ listPlans: () => Promise.reject(new Error('secret detail')) });
    expect(await started.call('file/list-plans', {})).toEqual({
      ok: false,
      error: { code: 'fault', message: { id: 'planner.fault' } },
    });
    expect(started.logged.join()).toContain('secret detail');
  });

  it('saves a draft as a file with its history, and finds it again after a restart', async () => {
    const folder = join(tempFolder(), 'plans');
    mkdirSync(folder);
    const target = join(folder, 'Homes 住宅.perennial');
    const first = startPlanner({ chooseTarget: () => Promise.resolve(target) });
    const { handle } = await first.get('plan/create', NEW_PLAN);
    await addLine(first, handle);
    const chosen = await first.get('file/choose-target', { kind: 'plan', name: 'Homes', replace: false });
    const saved = await first.get('plan/save-as', { plan: handle, file: chosen?.file ?? '' });
    const name = 'Homes 住宅';
    expect(saved).toEqual({ handle, file: chosen?.file, name, readOnly: null, notes: [] });
    expect(readdirSync(join(first.folder, 'drafts'))).toEqual([]);
    await first.get('plan/apply-edit', { plan: handle, base: 1, edit: setNeed('l1', 5n) });
    await first.get('plan/close', { plan: handle });
    expect(await first.call('plan/get-snapshot', { plan: handle })).toMatchObject({ ok: false });

    const second = startPlanner({}, first.folder);
    const { recents } = await second.get('app/get-info', {});
    expect(recents[0]).toMatchObject({ name: 'Homes 住宅', place: folder });
    const opened = await openPlan(second, recents[0]?.file ?? '');
    const same = await openPlan(second, recents[0]?.file ?? '');
    expect(same.handle).toBe(opened.handle);
    await second.get('plan/close', { plan: same.handle });
    expect(await second.get('plan/get-snapshot', { plan: opened.handle })).toMatchObject({
      seq: 2,
      canUndo: { id: 'planner.step-amounts' },
    });
    await second.get('plan/close', { plan: opened.handle });
    expect(await second.call('plan/get-snapshot', { plan: opened.handle })).toMatchObject({ ok: false });
  });
});

describe('an import through the planner', () => {
  it('reads, shows and previews a sheet, and makes a plan of it that knows where each figure came from', async () => {
    const started = startPlanner();
    const read = await readSheet(started);
    expect(read.report.tables).toHaveLength(1);
    expect(started.events.some((event) => event.kind === 'progress' && event.call === 'read')).toBe(true);
    const choices = read.suggested;
    if (!choices) throw new Error('nothing suggested');
    const cells = await started.get('import/get-cells', {
      handle: read.handle,
      sheet: read.report.sheets[0]?.name ?? '',
      firstRow: 0,
      rows: 10,
    });
    expect(cells.cells.some(({ text }) => text === 'Warm homes')).toBe(true);
    const preview = await started.get('import/preview', { handle: read.handle, choices });
    expect(preview).toMatchObject({ lines: 2, total: '3500500.00', currency: 'GBP' });
    const { opened } = await started.get('import/apply', { handle: read.handle, choices, plan: null });
    const { plan } = await started.get('plan/get-snapshot', { plan: opened?.handle ?? '' });
    expect(plan.lines.rows.map(({ title, need }) => [title, need.minor])).toEqual([
      ['Warm homes', [120_050_000n, 80_000_000n, null]],
      ['Town square', [30_000_000n, 70_000_000n, 50_000_000n]],
    ]);
    const origin = plan.lines.rows[0]?.need.origin[0] ?? 0;
    expect(await started.get('plan/get-provenance', { plan: opened?.handle ?? '', origin })).toMatchObject({
      file: 'capital.csv',
      cell: 'B3',
      raw: '1,200.5',
    });
    await started.get('import/close', { handle: read.handle });
    expect(await started.call('import/preview', { handle: read.handle, choices })).toMatchObject({
      ok: false,
      error: { code: 'import-not-open' },
    });
  });

  it('goes into an open plan as one step, which one undo takes back', async () => {
    const started = startPlanner();
    const { handle } = await started.get('plan/create', NEW_PLAN);
    const before = await started.get('plan/get-snapshot', { plan: handle });
    const read = await readSheet(started);
    const choices = read.suggested;
    if (!choices) throw new Error('nothing suggested');
    const { step } = await started.get('import/apply', { handle: read.handle, choices, plan: handle });
    expect(step).toMatchObject({
      seq: 1,
      canUndo: { id: 'planner.step-import', values: { file: 'capital.csv' } },
    });
    const after = await started.get('plan/get-snapshot', { plan: handle });
    expect(after.plan.lines.rows).toHaveLength(2);
    await started.get('plan/undo', { plan: handle });
    const undone = await started.get('plan/get-snapshot', { plan: handle });
    expect(undone.plan).toEqual(before.plan);
    await started.get('plan/redo', { plan: handle });
    const redone = await started.get('plan/get-snapshot', { plan: handle });
    expect(redone.plan).toEqual(after.plan);
  });

  it('refuses a file that is no spreadsheet with its sentence, and can be cancelled', async () => {
    const started = startPlanner();
    const bytes = new TextEncoder().encode('%PDF-1.7 and more');
    const input = { call: 'c1', name: 'a.pdf', bytes, locale: 'en-GB' };
    expect(await started.call('import/read-file', input)).toEqual({
      ok: false,
      error: { code: 'not-readable', message: { id: 'reader.pdf', values: { file: 'a.pdf' } } },
    });
    const reading = started.call('import/read-file', { ...input, call: 'c2' });
    expect(await started.get('job/cancel', { call: 'c2' })).toBeNull();
    expect(await reading).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await started.get('job/cancel', { call: 'never' })).toBeNull();
  });
});

describe('an export through the planner', () => {
  it('answers the bytes of a workbook named after the plan, and leaves nothing behind', async () => {
    const started = startPlanner();
    const { handle } = await started.get('plan/open-sample', { sample: 'exampleton' });
    const { name, bytes } = await started.get('export/workbook', { call: 'x', plan: handle, file: null });
    expect(name).toBe('Exampleton housing and growth programme.xlsx');
    expect([bytes?.[0], bytes?.[1]]).toEqual([0x50, 0x4b]);
    expect(readdirSync(join(started.folder, 'app'))).toEqual([]);
  });

  it('writes to the file that was chosen, but never over a plan', async () => {
    const started = startPlanner();
    const { handle } = await started.get('plan/open-sample', { sample: 'exampleton' });
    const path = join(started.folder, 'book.xlsx');
    const written = await started.get('export/workbook', {
      call: 'x',
      plan: handle,
      file: started.tokenFor(path),
    });
    expect(written).toEqual({ name: 'book.xlsx', bytes: null });
    expect(existsSync(path)).toBe(true);
    const plan = join(started.folder, 'mine.perennial');
    writeFileSync(plan, 'mine');
    expect(
      await started.call('export/workbook', { call: 'y', plan: handle, file: started.tokenFor(plan) }),
    ).toMatchObject({ ok: false, error: { code: 'not-a-workbook-name' } });
    expect(readFileSync(plan, 'utf8')).toBe('mine');
  });
});

async function addLine({ get }: StartedPlanner, plan: string) {
  const { plan: state, seq } = await get('plan/get-snapshot', { plan });
  const row = newLine(state.axis, { id: 'l1', title: 'Warm homes', kind: 'capital' });
  await get('plan/apply-edit', { plan, base: seq, edit: { kind: 'add-lines', rows: [{ at: 0, row }] } });
  return { row };
}
