import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#shared/plan/edit.ts';
import { nextHash, startHash } from '#shared/plan/rolling-hash.ts';
import type { Backups, Inspect } from '#main/document/backups.ts';
import { checkDocumentTask } from '#main/document/check-task.ts';
import { DocumentError } from '#main/document/document-error.ts';
import type { DocumentState, PlanDocument } from '#main/document/document.ts';
import { removeDocument } from '#main/document/remove-document.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, NOW, openPlanFile, readPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const rename = (title: string): Edit => ({ kind: 'set-plan', changes: { title } });
const inspect: Inspect = async (path) => (await checkDocumentTask({ path })).isGood;

function makePlan(lines = 3): { readonly path: string; readonly document: PlanDocument } {
  const path = join(tempFolder(), 'Förderplan 計画.perennial');
  const rows = Array.from({ length: lines }, (_, index) => ({ id: `line ${index}`, need: ['1', '2', '3'] }));
  return { path, document: makePlanFile(path, buildPlan({ years: 3, lines: rows })) };
}

function backupsOf({ backups }: PlanDocument): Backups {
  if (backups === null) throw new Error('This plan is only read');
  return backups;
}

/** What stands in a plan file that is a backup, opened as a plan under a name of its own. */
function stateIn(backup: string): DocumentState {
  const copy = join(tempFolder(), 'copy.perennial');
  writeFileSync(copy, readFileSync(backup));
  const document = openPlanFile(copy);
  document.close();
  return document.opened;
}

function namesIn(path: string): string[] {
  return readdirSync(dirname(path)).toSorted();
}

async function failureOf(work: Promise<unknown>): Promise<DocumentError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error('It did not fail');
}

describe('the backups of an open plan', () => {
  it('are three, the newest first, and each holds the whole plan with its history', async () => {
    const { path, document } = makePlan();
    const states = [document.opened];
    for (let count = 1; count <= 5; count += 1) {
      expect(await backupsOf(document).write(inspect, false)).toBe('written');
      states.push(writeEdit(document, states.at(-1) ?? document.opened, rename(`Title ${count}`)));
    }
    expect(namesIn(path)).toEqual(
      [1, 2, 3]
        .map((number) => `Förderplan 計画.perennial.backup-${number}`)
        .concat('Förderplan 計画.perennial', 'Förderplan 計画.perennial.lock')
        .toSorted(),
    );
    expect([1, 2, 3].map((number) => stateIn(`${path}.backup-${number}`))).toEqual([
      states[4],
      states[3],
      states[2],
    ]);
    expect(document.info().backups.map(({ edits }) => edits)).toEqual([4, 3, 2]);
    expect(document.info().backups.map(({ bytes }) => bytes)).toEqual(
      [1, 2, 3].map((number) => statSync(`${path}.backup-${number}`).size),
    );
    document.close();
  });

  it('are written only when something changed since the newest: an edit, or a version', async () => {
    const { document } = makePlan();
    const backups = backupsOf(document);
    expect(await backups.write(inspect, false)).toBe('written');
    expect(await backups.write(inspect, false)).toBe('same');
    expect(await backups.write(inspect, true)).toBe('same');
    expect(backups.writeNow()).toBe('same');
    const { plan, seq } = document.opened;
    const version = { name: 'First', kind: 'original', note: '', by: 'A', at: NOW.toISOString() } as const;
    document.versions.create({ ...version, seq, plan });
    expect(await backups.write(inspect, false)).toBe('written');
    expect(backups.writeNow()).toBe('same');
    document.close();
  });

  it('are written at once when the plan is about to be closed', () => {
    const { path, document } = makePlan();
    const state = writeEdit(document, document.opened, rename('Closed'));
    expect(backupsOf(document).writeNow()).toBe('written');
    document.close();
    expect(stateIn(`${path}.backup-1`)).toEqual(state);
    expect(namesIn(path)).toEqual(['Förderplan 計画.perennial', 'Förderplan 計画.perennial.backup-1']);
  });

  it('do not hold up edits, and each is one state of the plan with the journal that leads to it', async () => {
    const { path, document } = makePlan(20_000);
    let state = document.opened;
    const states = [state];
    const done = new AbortController();
    const backup = backupsOf(document)
      .write(inspect, false)
      .finally(() => done.abort());
    while (!done.signal.aborted) {
      state = writeEdit(document, state, {
        kind: 'update-line',
        id: `line ${(state.seq * 7919) % 20_000}`,
        changes: { title: `Title ${state.seq}` },
      });
      states.push(state);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await backup).toBe('written');
    expect(state.seq).toBeGreaterThan(3);
    const held = stateIn(`${path}.backup-1`);
    expect(held).toEqual(states[held.seq]);
    const db = new DatabaseSync(`${path}.backup-1`, { readOnly: true });
    const steps = db.prepare('SELECT seq, hash FROM journal ORDER BY seq').all();
    db.close();
    expect(steps.map(({ hash }) => hash)).toEqual(states.slice(1, held.seq + 1).map(({ hash }) => hash));
    let hash = startHash(held.plan);
    for (let seq = 0; seq < held.seq; seq += 1) {
      const id = `line ${(seq * 7919) % 20_000}`;
      hash = nextHash(hash, { kind: 'update-line', id, changes: { title: `Title ${seq}` } });
    }
    expect(hash).toBe(held.hash);
    document.close();
    const again = openPlanFile(path);
    expect(again.opened).toEqual(state);
    again.close();
  });

  it('may be given up at any moment by closing the plan, and leave nothing behind', async () => {
    const { path, document } = makePlan(20_000);
    const backup = backupsOf(document).write(inspect, false);
    await new Promise((resolve) => setTimeout(resolve, 2));
    document.close();
    const again = openPlanFile(path);
    const state = writeEdit(again, again.opened, rename('After'));
    expect(await backup).toBe('stopped');
    again.close();
    expect(namesIn(path)).toEqual(['Förderplan 計画.perennial']);
    const last = openPlanFile(path);
    expect(last.opened).toEqual(state);
    last.close();
  });

  it('stay as they are when a copy is not found to be good', async () => {
    const { path, document } = makePlan();
    await backupsOf(document).write(inspect, false);
    const bytes = readFileSync(`${path}.backup-1`);
    writeEdit(document, document.opened, rename('Doubtful'));
    expect(await backupsOf(document).write(() => Promise.resolve(false), false)).toBe('bad');
    expect(readFileSync(`${path}.backup-1`).equals(bytes)).toBe(true);
    expect(document.info().backups.length).toBe(1);
    document.close();
  });

  it('may be read by nobody who may not read the plan', async () => {
    const { path, document } = makePlan();
    chmodSync(path, 0o600);
    await backupsOf(document).write(inspect, false);
    expect(statSync(`${path}.backup-1`).mode & 0o777).toBe(0o600);
    chmodSync(path, 0o664);
    writeEdit(document, document.opened, rename('For all'));
    backupsOf(document).writeNow();
    expect(statSync(`${path}.backup-1`).mode & 0o777).toBe(0o664);
    document.close();
  });

  it('are not written of a file that somebody else has changed', async () => {
    const { path, document } = makePlan();
    writeFileSync(`${path}.other`, readFileSync(path));
    renameSync(`${path}.other`, path);
    expect(await backupsOf(document).write(inspect, true)).toBe('stopped');
    expect(backupsOf(document).writeNow()).toBe('stopped');
    document.close();
    expect(namesIn(path)).toEqual(['Förderplan 計画.perennial']);
  });

  it('go with a plan that is deleted', async () => {
    const { path, document } = makePlan();
    await backupsOf(document).write(inspect, false);
    document.close();
    removeDocument(path, { user: 'A', now: NOW });
    expect(namesIn(path)).toEqual([]);
  });
});

describe('a backup that cannot be written', () => {
  it('says why, and the plan goes on', async () => {
    const { path, document } = makePlan();
    mkdirSync(`${path}.backup-1`);
    writeFileSync(join(`${path}.backup-1`, 'thesis.txt'), 'years of work');
    const failure = await failureOf(backupsOf(document).write(inspect, false));
    expect(failure.sentence.id).toMatch(/^document\.no-backup/);
    expect(() => backupsOf(document).writeNow()).toThrow(DocumentError);
    const state = writeEdit(document, document.opened, rename('Goes on'));
    expect(document.info().backups).toEqual([]);
    document.close();
    expect(namesIn(path)).toEqual(['Förderplan 計画.perennial', 'Förderplan 計画.perennial.backup-1']);
    expect(readFileSync(join(`${path}.backup-1`, 'thesis.txt'), 'utf8')).toBe('years of work');
    const again = openPlanFile(path);
    expect(again.opened).toEqual(state);
    again.close();
  });

  it('does not follow a link that lies under its name', async () => {
    const { path, document } = makePlan();
    const elsewhere = join(tempFolder(), 'elsewhere');
    writeFileSync(elsewhere, 'years of work');
    symlinkSync(elsewhere, `${path}.backup-1`);
    symlinkSync(elsewhere, `${path}.backup-2`);
    expect(await backupsOf(document).write(inspect, false)).toBe('written');
    writeEdit(document, document.opened, rename('Again'));
    expect(backupsOf(document).writeNow()).toBe('written');
    expect(readFileSync(elsewhere, 'utf8')).toBe('years of work');
    expect(document.info().backups.map(({ edits }) => edits)).toEqual([1, 0]);
    document.close();
  });
});

describe('what a program that was killed left beside a plan', () => {
  it('is cleared away by the next who writes to the plan, and nothing else is', () => {
    const folder = join(tempFolder(), 'a');
    mkdirSync(folder);
    const path = join(folder, 'Plan (1) [x]+.perennial');
    makePlanFile(path, buildPlan({ years: 1 })).close();
    const [id, lock] = [randomUUID(), randomUUID()];
    const left = [
      `.${id}.tmp`,
      `.${id}.tmp-journal`,
      `.${id}.backup`,
      `.${id}.backup-journal`,
      `.lock.${lock}`,
    ];
    const others = [
      '.backup-1.note',
      `.${id}.tmp.txt`,
      `.${id}.bak`,
      '.tmp',
      `.lock.${randomUUID()}`,
      `x.${id}.tmp`,
    ];
    for (const end of [...left, ...others]) writeFileSync(`${path}${end}`, 'x');
    writeFileSync(join(folder, `Plan 111 x.perennial.${id}.tmp`), 'x');
    mkdirSync(`${path}.${randomUUID()}.tmp`);
    utimesSync(`${path}.lock.${lock}`, 1000, 1000);
    const before = namesIn(path);
    readPlanFile(path).close();
    expect(namesIn(path)).toEqual(before);
    openPlanFile(path).close();
    const gone = left.map((end) => `Plan (1) [x]+.perennial${end}`);
    expect(namesIn(path)).toEqual(before.filter((name) => !gone.includes(name)));
  });
});

it('writes beside the chosen file only: its own names in its folder, nothing in the folders around it', async () => {
  const root = tempFolder();
  for (const name of ['plans', 'neighbour', 'plans/inner']) mkdirSync(join(root, name));
  const path = join(root, 'plans', 'Plan.perennial');
  writeFileSync(join(root, 'neighbour', 'Plan.perennial'), 'another');
  makePlanFile(path, buildPlan({ years: 1 })).close();
  const document = openPlanFile(path);
  await backupsOf(document).write(inspect, true);
  const state = writeEdit(document, document.opened, rename('Two'));
  await backupsOf(document).write(inspect, true);
  writeEdit(document, state, rename('Three'));
  backupsOf(document).writeNow();
  document.close();
  const all = readdirSync(root, { recursive: true }).map(String).toSorted();
  expect(all).toEqual([
    'neighbour',
    'neighbour/Plan.perennial',
    'plans',
    'plans/Plan.perennial',
    'plans/Plan.perennial.backup-1',
    'plans/Plan.perennial.backup-2',
    'plans/Plan.perennial.backup-3',
    'plans/inner',
  ]);
  expect(readFileSync(join(root, 'neighbour', 'Plan.perennial'), 'utf8')).toBe('another');
});

describe('the full check', () => {
  const good = { isGood: true, problem: null };

  it('finds a good plan good', async () => {
    const { path, document } = makePlan();
    document.close();
    expect(await checkDocumentTask({ path })).toEqual(good);
  });

  it.each([
    [
      'an index that misses a row',
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'sources') WHERE name = 'lines'",
    ],
    ['a step that refers to none', 'PRAGMA foreign_keys = OFF; UPDATE journal SET undoes = 77'],
    ['a table more', 'CREATE TABLE extra (a)'],
    ['a figure that no plan can hold', "UPDATE lines SET kind = 'magic'"],
  ])('finds %s', async (_, change) => {
    const { path, document } = makePlan();
    writeEdit(document, document.opened, rename('One'));
    document.close();
    const db = new DatabaseSync(path, { defensive: false });
    db.exec(change);
    db.close();
    const { isGood, problem } = await checkDocumentTask({ path });
    expect(isGood).toBe(false);
    expect(problem).not.toBeNull();
  });

  it('finds what the quick check of opening does not: an index without its row', async () => {
    const { path, document } = makePlan();
    document.close();
    const db = new DatabaseSync(path);
    const page = Number(
      db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_lines_1'").get()?.[
        'rootpage'
      ],
    );
    db.close();
    const bytes = readFileSync(path);
    const at = bytes.indexOf('line 1', 4096 * (page - 1));
    bytes.write('lime 1', at);
    writeFileSync(path, bytes);
    openPlanFile(path).close();
    const { isGood, problem } = await checkDocumentTask({ path });
    expect(isGood).toBe(false);
    expect(problem).toContain('sqlite_autoindex_lines_1');
  });

  it('does not take a file that is gone for a damaged one', async () => {
    const { path, document } = makePlan();
    document.close();
    rmSync(path);
    await expect(async () => checkDocumentTask({ path })).rejects.toThrow();
  });
});
