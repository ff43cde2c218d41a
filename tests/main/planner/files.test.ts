import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { choose, NEW_PLAN, rename } from '#tests/fixtures/plan-calls.ts';
import { openPlan, startPlanner, type StartedPlanner } from '#tests/fixtures/start-planner.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

/** A plan with a step, as a file of this name in a folder of people's. */
async function makeFile(started: StartedPlanner, name: string, title = 'Homes'): Promise<string> {
  const folder = join(started.folder, 'Pläne 計画');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const { handle } = await started.get('plan/create', NEW_PLAN);
  await started.get('plan/save-as', { plan: handle, file: started.tokenFor(path) });
  await started.get('plan/apply-edit', { plan: handle, base: 0, edit: rename(title) });
  await started.get('plan/close', { plan: handle });
  return path;
}

async function titleOf({ get }: StartedPlanner, plan: string): Promise<string> {
  return (await get('plan/get-snapshot', { plan })).plan.title;
}

/** Chooses a file as a host's own dialog does. */
function choosing(path: () => string) {
  return startPlanner({ chooseTarget: () => Promise.resolve(path()) });
}

function damage(path: string): void {
  truncateSync(path, 5000);
}

describe('opening a plan file', () => {
  it('that somebody else edits asks who is to go on, and shows it to who only reads', async () => {
    const writer = startPlanner();
    const path = await makeFile(writer, 'Haushalt 2026.perennial');
    await openPlan(writer, writer.tokenFor(path));
    const other = startPlanner();
    const file = other.tokenFor(path);
    expect(await other.get('plan/open', { file, mode: 'write' })).toEqual({
      kind: 'in-use',
      holder: {
        user: 'A. Officer',
        since: '2026-11-22T10:00:00.000Z',
        isThisMachine: true,
        host: expect.any(String) as unknown, // this machine's own name
      },
      mayTakeOver: false,
    });
    const opened = await openPlan(other, file, 'read');
    expect(opened).toMatchObject({
      name: 'Haushalt 2026',
      file,
      readOnly: { id: 'document.reading-because-in-use' },
    });
    const edit = { plan: opened.handle, base: 1, edit: rename('Mine') };
    expect(await other.call('plan/apply-edit', edit)).toMatchObject({ error: { code: 'read-only' } });
    expect(await other.get('plan/open', { file, mode: 'write' })).toMatchObject({ kind: 'in-use' });
    expect((await openPlan(other, file, 'read')).handle).toBe(opened.handle);

    const copy = other.tokenFor(join(other.folder, 'b.perennial'));
    await other.get('plan/save-as', { plan: opened.handle, file: copy });
    await other.get('plan/apply-edit', edit);
    expect(await titleOf(other, opened.handle)).toBe('Mine');
  });

  it('can be edited once the other one is done, while the window that reads it reads on', async () => {
    const writer = startPlanner();
    const path = await makeFile(writer, 'a.perennial');
    const { handle } = await openPlan(writer, writer.tokenFor(path));
    const other = startPlanner();
    const reading = await openPlan(other, other.tokenFor(path), 'read');
    await writer.get('plan/close', { plan: handle });
    const writing = await openPlan(other, other.tokenFor(path));
    expect(writing).toMatchObject({ readOnly: null });
    expect(writing.handle).not.toBe(reading.handle);
    expect((await openPlan(other, other.tokenFor(path), 'read')).handle).toBe(writing.handle);
    expect(other.openFiles.at(-1)).toEqual([path, path]);
  });

  it('that is damaged tells the newest good state, mends it on demand and keeps the damaged file', async () => {
    const started = startPlanner();
    const path = await makeFile(started, 'schön 計画.perennial', 'Kept');
    copyFileSync(path, `${path}.backup-1`);
    damage(path);
    const broken = readFileSync(path);
    const file = started.tokenFor(path);
    const found = await started.get('plan/open', { file, mode: 'write' });
    expect(found).toMatchObject({ kind: 'damaged', recovery: { edits: 1 } });
    expect(readFileSync(path)).toEqual(broken);
    const opened = await openPlan(started, file, 'recover');
    expect(opened.notes).toHaveLength(1);
    expect(await titleOf(started, opened.handle)).toBe('Kept');
    const kept = readdirSync(join(path, '..')).filter((name) =>
      readFileSync(join(path, '..', name)).equals(broken),
    );
    expect(kept).toHaveLength(1);
    expect(await started.call('plan/open', { file, mode: 'recover' })).toMatchObject({
      error: { code: 'in-use', message: { id: 'planner.open-here' } },
    });
  });

  it('that is damaged without a backup says that there is none', async () => {
    const started = startPlanner();
    const path = await makeFile(started, 'a.perennial');
    for (const name of readdirSync(join(path, '..')))
      if (name.includes('.backup')) damage(join(path, '..', name));
    damage(path);
    expect(await started.get('plan/open', { file: started.tokenFor(path), mode: 'write' })).toMatchObject({
      kind: 'damaged',
      recovery: null,
    });
  });

  it('that is no plan, or one of a newer program, is refused with its sentence and left as it was', async () => {
    const started = startPlanner();
    const path = join(started.folder, 'notes.perennial');
    writeFileSync(path, 'not a plan');
    const open = (mode: 'write' | 'recover') =>
      started.call('plan/open', { file: started.tokenFor(path), mode });
    expect(await open('write')).toMatchObject({ error: { code: 'not-a-plan' } });
    expect(readFileSync(path, 'utf8')).toBe('not a plan');
    const newer = await makeFile(started, 'newer.perennial');
    const bytes = readFileSync(newer);
    bytes.writeUInt32BE(999, 60);
    writeFileSync(path, bytes);
    expect(await open('write')).toMatchObject({ error: { code: 'newer-version' } });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('offers the file with which the program was started until it was asked for', async () => {
    const path = await makeFile(startPlanner(), 'Doppel klick.perennial');
    const started = startPlanner({}, tempFolder(), path);
    const { startFile } = await started.get('app/get-info', {});
    expect((await started.get('app/get-info', {})).startFile).toBe(startFile);
    expect(await openPlan(started, startFile ?? '')).toMatchObject({ name: 'Doppel klick' });
    expect((await started.get('app/get-info', {})).startFile).toBeNull();
  });
});

describe('drafts', () => {
  it('are listed by title, the last changed first, also one that cannot be read', async () => {
    const started = startPlanner();
    const drafts = join(started.folder, 'drafts');
    const { handle } = await started.get('plan/create', NEW_PLAN);
    await started.get('plan/apply-edit', { plan: handle, base: 0, edit: rename('Größe 計画') });
    await started.get('plan/create', { ...NEW_PLAN, title: '' });
    const [file = ''] = readdirSync(drafts).filter((name) => name.endsWith('.perennial'));
    writeFileSync(join(drafts, 'torn.perennial'), readFileSync(join(drafts, file)).subarray(0, 2000));
    mkdirSync(join(drafts, 'folder.perennial'));
    const info = await started.get('app/get-info', {});
    expect(info.drafts.map(({ title, edits }) => `${title}: ${edits}`).toSorted()).toEqual([
      'Größe 計画: 1',
      'Untitled plan: 0',
      'torn: 0',
    ]);
    expect(info.drafts.find(({ title }) => title === 'Größe 計画')).toMatchObject({
      changedAt: '2026-11-22T10:00:00.000Z',
    });
    expect(info.recents).toEqual([]);
    const again = await openPlan(started, info.drafts.find(({ edits }) => edits === 1)?.file ?? '');
    expect(again).toMatchObject({ handle, name: null });
  });

  it('are discarded with all that lies beside them, unless they are open or no drafts', async () => {
    const started = startPlanner();
    const drafts = join(started.folder, 'drafts');
    const { handle, file } = await started.get('plan/create', NEW_PLAN);
    expect(await started.call('draft/discard', { file })).toMatchObject({ error: { code: 'in-use' } });
    const elsewhere = startPlanner({}, started.folder);
    const { drafts: listed } = await elsewhere.get('app/get-info', {});
    const same = listed[0]?.file ?? '';
    expect(await elsewhere.call('draft/discard', { file: same })).toMatchObject({
      error: { code: 'in-use' },
    });
    await started.get('plan/apply-edit', { plan: handle, base: 0, edit: rename('Kept') });
    await started.get('plan/close', { plan: handle });
    const [name = ''] = readdirSync(drafts).filter((entry) => entry.endsWith('.perennial'));
    copyFileSync(join(drafts, name), join(drafts, `${name}.backup-1`));
    copyFileSync(join(drafts, name), join(drafts, `${name}.version-1`));
    const saved = await makeFile(started, 'saved.perennial');
    expect(await started.call('draft/discard', { file: started.tokenFor(saved) })).toMatchObject({
      error: { code: 'not-a-draft' },
    });
    await elsewhere.get('draft/discard', { file: same });
    expect(readdirSync(drafts)).toEqual([]);
    expect(existsSync(saved)).toBe(true);
  });

  it('a sample that was only looked at leaves none; a sample that was changed and a new plan stay', async () => {
    const started = startPlanner();
    const drafts = join(started.folder, 'drafts');
    const sample = await started.get('plan/open-sample', { sample: 'exampleton' });
    expect(readdirSync(drafts)).not.toEqual([]);
    await started.get('plan/close', { plan: sample.handle });
    expect(readdirSync(drafts)).toEqual([]);
    const changed = await started.get('plan/open-sample', { sample: 'exampleton' });
    await started.get('plan/apply-edit', { plan: changed.handle, base: 0, edit: rename('Mine') });
    const made = await started.get('plan/create', NEW_PLAN);
    const named = await started.get('plan/open-sample', { sample: 'exampleton' });
    await started.get('versions/create', { plan: named.handle, name: 'First', kind: 'named', note: '' });
    for (const { handle } of [changed, made, named]) await started.get('plan/close', { plan: handle });
    const { drafts: kept } = await started.get('app/get-info', {});
    expect(kept.map(({ title }) => title).toSorted()).toEqual([
      'Exampleton housing and growth programme',
      'Homes',
      'Mine',
    ]);
  });
});

describe('a copy of a plan', () => {
  it('as a draft holds the whole history, and one step that names it', async () => {
    const started = startPlanner();
    const { handle } = await started.get('plan/create', NEW_PLAN);
    await started.get('plan/apply-edit', { plan: handle, base: 0, edit: rename('Homes 住宅') });
    const copy = await started.get('plan/duplicate', { plan: handle });
    expect(copy).toMatchObject({ name: null, readOnly: null, notes: [] });
    expect(await titleOf(started, copy.handle)).toBe('Copy of Homes 住宅');
    await started.get('plan/undo', { plan: copy.handle });
    await started.get('plan/undo', { plan: copy.handle });
    expect(await titleOf(started, copy.handle)).toBe('Homes');
    expect(await titleOf(started, handle)).toBe('Homes 住宅');
  });

  it('under another name leaves the plan in its file; only a file that was chosen to be replaced is', async () => {
    let target = '';
    const started = choosing(() => target);
    const { handle, file } = await started.get('plan/create', NEW_PLAN);
    const path = await makeFile(started, 'schon da.perennial', 'Before');
    const before = readFileSync(path);
    const token = started.tokenFor(path);
    const copy = (to: string) => started.call('plan/export-copy', { plan: handle, file: to });
    expect(await copy(file)).toMatchObject({ error: { code: 'same-file' } });
    expect(await copy(token)).toMatchObject({ error: { code: 'file-exists' } });
    expect(readFileSync(path).equals(before)).toBe(true);

    target = join(path, '..', 'neu');
    expect(await copy(await choose(started))).toMatchObject({ ok: true });
    expect(existsSync(`${target}.perennial`)).toBe(true);
    target = path;
    const chosen = await choose(started);
    const { handle: reading } = await openPlan(started, token, 'read');
    expect(await copy(chosen)).toMatchObject({ error: { code: 'in-use' } });
    await started.get('plan/close', { plan: reading });
    expect(await copy(chosen)).toMatchObject({ ok: true });
    expect(await copy(chosen)).toMatchObject({ error: { code: 'file-exists' } });
    expect(await titleOf(started, (await openPlan(started, token)).handle)).toBe('Homes');
    expect((await started.get('plan/get-file-info', { plan: handle })).place).toBeNull();
  });
});

describe('saving under another name', () => {
  it('replaces a plan only after it was chosen, and removes the draft with its backups', async () => {
    let target = '';
    const started = choosing(() => target);
    target = await makeFile(started, 'ziel 目標.perennial', 'Before');
    const { handle } = await started.get('plan/create', NEW_PLAN);
    const save = (file: string) => started.call('plan/save-as', { plan: handle, file });
    expect(await save(started.tokenFor(target))).toMatchObject({ error: { code: 'file-exists' } });
    expect(await titleOf(started, handle)).toBe('Homes');
    expect(await save(await choose(started))).toMatchObject({ value: { name: 'ziel 目標', handle } });
    expect(readdirSync(join(started.folder, 'drafts'))).toEqual([]);
    await started.get('plan/apply-edit', { plan: handle, base: 0, edit: rename('After') });
    expect(started.openFiles.at(-1)).toEqual([target]);
    await started.get('plan/close', { plan: handle });
    expect(readdirSync(join(target, '..')).filter((name) => name.endsWith('.lock'))).toEqual([]);
    const { recents } = await started.get('app/get-info', {});
    expect(recents).toMatchObject([{ name: 'ziel 目標', place: join(target, '..') }]);
  });

  it('that fails leaves the plan open in its file, and its file as it was', async () => {
    const started = startPlanner();
    const { handle } = await started.get('plan/create', NEW_PLAN);
    const nowhere = started.tokenFor(join(started.folder, 'no folder', 'a.perennial'));
    const refused = await started.call('plan/save-as', { plan: handle, file: nowhere });
    expect(refused).toMatchObject({ error: { message: { id: 'document.folder-not-writable' } } });
    const other = startPlanner();
    const held = await makeFile(other, 'held.perennial');
    await openPlan(other, other.tokenFor(held));
    expect(await started.call('plan/save-as', { plan: handle, file: started.tokenFor(held) })).toMatchObject({
      ok: false,
    });
    await started.get('plan/apply-edit', { plan: handle, base: 0, edit: rename('Still here') });
    expect(await titleOf(started, handle)).toBe('Still here');
    expect(
      readdirSync(join(started.folder, 'drafts')).filter((name) => name.endsWith('.perennial')),
    ).toHaveLength(1);
  });

  it('of a file that another program changed writes the plan anew, and says that its history stayed behind', async () => {
    const started = startPlanner();
    const path = await makeFile(started, 'synced.perennial', 'On screen');
    const other = await makeFile(started, 'theirs.perennial', 'Theirs');
    const { handle } = await openPlan(started, started.tokenFor(path));
    writeFileSync(path, readFileSync(other));
    expect(
      await started.call('plan/apply-edit', { plan: handle, base: 1, edit: rename('Lost') }),
    ).toMatchObject({ error: { code: 'changed-on-disk' } });
    const same = await started.call('plan/save-as', { plan: handle, file: started.tokenFor(path) });
    expect(same).toMatchObject({ error: { code: 'changed-on-disk' } });
    const target = join(path, '..', 'rescued.perennial');
    const saved = await started.get('plan/save-as', { plan: handle, file: started.tokenFor(target) });
    expect(saved.notes).toMatchObject([{ id: 'document.history-stayed-behind' }]);
    await started.get('plan/apply-edit', { plan: handle, base: 1, edit: rename('Saved') });
    expect(await titleOf(started, handle)).toBe('Saved');
    expect(readFileSync(path).equals(readFileSync(other))).toBe(true);
  });
});

describe('what is known of a plan’s file', () => {
  it('is where it lies, how large it is, what made it and how it was checked', async () => {
    const started = startPlanner();
    const path = await makeFile(started, 'a ü 計.perennial');
    const { handle } = await openPlan(started, started.tokenFor(path));
    expect(await started.get('plan/get-file-info', { plan: handle })).toMatchObject({
      place: join(path, '..'),
      bytes: readFileSync(path).length,
      madeAt: '2026-11-22T10:00:00.000Z',
      madeWith: '0.1.0',
      edits: 1,
      integrity: { isGood: true },
      backupProblem: null,
    });
  });
});
