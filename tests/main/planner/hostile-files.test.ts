import { copyFileSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePipe, prepareFile, tamper, treeOf } from '#tests/fixtures/hostile-file.ts';
import { openInPlanner } from '#tests/fixtures/open-in-planner.ts';
import { rename } from '#tests/fixtures/plan-calls.ts';
import { startPlanner, type StartedPlanner } from '#tests/fixtures/start-planner.ts';

const TRIGGER = "CREATE TRIGGER t AFTER UPDATE ON document BEGIN UPDATE plan SET title = 'stolen'; END";
const ENDLESS =
  'ALTER TABLE plan RENAME TO p; CREATE VIEW plan AS WITH RECURSIVE people (n) AS ' +
  '(SELECT 1 UNION ALL SELECT n + 1 FROM people) SELECT n AS id, n AS title FROM people';
const HUGE = "UPDATE plan SET title = printf('%.*c', 100000000, 'x')";
const COLUMNS = 'made_by, made_at, note, snapshot';

/** Files that are refused without a question, and those of which a person is told that they are damaged. */
const REFUSED = [
  ['a trigger', TRIGGER, 'changed-structure', 'document.changed-structure'],
  ['a view that never ends', ENDLESS, 'changed-structure', 'document.changed-structure'],
  ['a version to come', 'PRAGMA user_version = 99', 'newer-version', 'document.newer-version'],
  ['a write-ahead log', 'PRAGMA journal_mode = WAL', 'wrong-mode', 'document.wrong-mode'],
  ['another identity', 'PRAGMA application_id = 7', 'not-a-plan', 'document.not-a-plan'],
] as const;
const DAMAGED = [
  ['no document row', 'DELETE FROM document', 'document.not-valid'],
  ['a place that no schema knows', "UPDATE plan SET place = '[[[]]]'", 'document.not-valid'],
  ['a title of 100 megabytes', HUGE, 'document.holds-too-much'],
] as const;

function tampered(change: string): string {
  const { path } = prepareFile();
  tamper(path, change);
  return path;
}

/** What opening a file answers, whichever way it is opened. */
async function answersTo({ call, tokenFor }: StartedPlanner, path: string) {
  const answers = [];
  for (const mode of ['write', 'read', 'take-over'] as const)
    answers.push(await call('plan/open', { file: tokenFor(path), mode }));
  return answers;
}

describe('opening a hostile file', () => {
  it.each(REFUSED)('with %s is refused with its sentence', async (_, change, code, id) => {
    const path = tampered(change);
    const bytes = readFileSync(path);
    const refusal = { ok: false, error: { code, message: { id } } };
    const started = startPlanner();
    expect(await answersTo(started, path)).toMatchObject([refusal, refusal, refusal]);
    const sent = { name: 'sent.perennial', bytes: new Uint8Array(bytes) };
    expect(await started.call('plan/open-upload', sent)).toMatchObject(refusal);
    expect(Object.keys(treeOf(started.folder)).filter((name) => name.includes('sent'))).toEqual([]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(started.logged.filter((line) => line.includes('fault'))).toEqual([]);
  });

  it.each(DAMAGED)('with %s is told of, and nothing is offered in its place', async (_, change, id) => {
    const path = tampered(change);
    const bytes = readFileSync(path);
    const told = { ok: true, value: { kind: 'damaged', message: { id }, recovery: null } };
    const started = startPlanner();
    expect(await answersTo(started, path)).toMatchObject([told, told, told]);
    const recover = await started.call('plan/open', { file: started.tokenFor(path), mode: 'recover' });
    expect(recover).toMatchObject({ value: { message: { id: 'document.no-recovery' } } });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['plan.perennial']);
  });

  it('is the same for one that a page sends, and nothing of it is kept', async () => {
    const started = startPlanner();
    const bytes = new Uint8Array(readFileSync(tampered('DELETE FROM document')));
    const told = await started.call('plan/open-upload', { name: '../../sent.perennial', bytes });
    expect(told).toMatchObject({ value: { kind: 'damaged', message: { id: 'document.not-valid' } } });
    expect(Object.keys(treeOf(started.folder)).filter((name) => name.includes('sent'))).toEqual([]);
  });
});

describe('a comparison with a hostile file', () => {
  it.each([...REFUSED.map(([what, change, , id]) => [what, change, id] as const), ...DAMAGED])(
    'with %s is refused with its sentence, and the plan goes on',
    async (_, change, id) => {
      const open = await openInPlanner(prepareFile().path);
      const path = tampered(change);
      const bytes = readFileSync(path);
      const to = { kind: 'file', file: open.started.tokenFor(path) } as const;
      const asked = { plan: open.handle, from: { kind: 'current' } as const, to, offset: 0, limit: 10 };
      expect(await open.started.call('versions/compare', asked)).toMatchObject({
        error: { message: { id } },
      });
      expect(readFileSync(path).equals(bytes)).toBe(true);
      await open.apply(rename('goes on'));
      expect((await open.plan()).title).toBe('goes on');
      await open.close();
    },
  );
});

describe('a plan with a past that cannot be read', () => {
  it('is worked on, and says what cannot be read', async () => {
    const path = tampered(
      "UPDATE journal SET edit = x'00', inverse = x'00', summary = '' WHERE seq < 3; " +
        `INSERT INTO versions (name, kind, seq, ${COLUMNS}) SELECT 'Broken', kind, seq, made_by, made_at, note, x'00' FROM versions`,
    );
    const { started, handle: plan, apply, close } = await openInPlanner(path);
    const filter = { line: null, source: null, who: null, cell: null };
    const idOf = async (answer: Promise<unknown>) => {
      const { ok, error } = (await answer) as { ok: boolean; error?: { message: { id: string } } }; // Any channel's answer.
      return ok ? 'ok' : error?.message.id;
    };
    expect({
      history: await idOf(started.call('history/list', { plan, filter, before: null, limit: 20 })),
      newest: await idOf(started.call('history/list', { plan, filter, before: null, limit: 1 })),
      step: await idOf(started.call('history/get-changes', { plan, seq: 1, filter, offset: 0, limit: 20 })),
      versions: await idOf(started.call('versions/list', { plan })),
      version: await idOf(started.call('versions/get-plan', { plan, number: 2 })),
      undo: await idOf(started.call('plan/undo', { plan })),
      undoMore: await idOf(started.call('plan/undo', { plan })),
    }).toEqual({
      history: 'document.step-unreadable',
      newest: 'ok',
      step: 'document.step-unreadable',
      versions: 'ok',
      version: 'document.version-damaged',
      undo: 'ok',
      undoMore: 'document.step-unreadable',
    });
    await apply(rename('still mine'));
    await close();
    expect(started.logged.filter((line) => line.includes('fault'))).toEqual([]);
  });
});

describe('the start page', () => {
  it('lists drafts, whatever somebody put among them', async () => {
    const started = startPlanner();
    const drafts = join(started.folder, 'drafts');
    mkdirSync(drafts);
    const put = (name: string, change: string) =>
      copyFileSync(tampered(change), join(drafts, `${name}.perennial`));
    put('good', "UPDATE plan SET title = '<b>Good</b>'");
    put('trigger', TRIGGER);
    put('endless', ENDLESS);
    put('huge', HUGE);
    put('long', "UPDATE plan SET title = printf('%.*c', 5000000, 'x')");
    put('high', 'UPDATE document SET seq = 9223372036854775807');
    put('time', "UPDATE journal SET at = 'zz'");
    writeFileSync(join(drafts, 'text.perennial'), 'no plan');
    mkdirSync(join(drafts, 'folder.perennial'));
    symlinkSync('/dev/zero', join(drafts, 'link.perennial'));
    makePipe(join(drafts, 'pipe.perennial'));
    writeFileSync(join(drafts, 'good.perennial-journal'), 'no journal');
    const before = treeOf(drafts);
    const info = await started.get('app/get-info', {});
    const titles = info.drafts.map(({ title }) => (title.length > 50 ? `${title.length} letters` : title));
    const listed = ['<b>Good</b>', '500 letters', 'endless', 'high', 'huge', 'text', 'time', 'trigger'];
    expect(titles.toSorted((one, other) => one.localeCompare(other, 'en'))).toEqual(listed);
    expect(treeOf(drafts)).toEqual(before);
    expect(started.logged).toEqual([]);
  });
});
