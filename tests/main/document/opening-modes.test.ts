import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DocumentError, DocumentInUse } from '#main/document/document-error.ts';
import { openDocument, type PlanDocument } from '#main/document/document.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, NOW, openPlanFile, readPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { holdPlan } from '#tests/fixtures/plan-holder.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const plan = () => buildPlan({ years: 2, lines: [{ id: 'l1', need: ['1', '2'] }] });
const rename = (title: string) => ({ kind: 'set-plan', changes: { title } }) as const;

function planFile(): string {
  const path = join(tempFolder(), 'Straße 予算 2026.perennial');
  makePlanFile(path, plan()).close();
  return path;
}

function takeOver(path: string): PlanDocument {
  return openDocument(path, { user: 'D. Second', now: NOW, mode: 'take-over' });
}

function refusalOf(act: () => unknown): DocumentError {
  try {
    act();
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

function questionOf(act: () => unknown) {
  const refusal = refusalOf(act);
  if (!(refusal instanceof DocumentInUse)) throw refusal;
  return { code: refusal.code, holder: refusal.holder, mayTakeOver: refusal.mayTakeOver };
}

/** A lock as a program elsewhere would have left it. */
function foreignLock(changes: object = {}): string {
  const lock = {
    host: 'finance-pc-7',
    user: 'E. Elsewhere',
    pid: 4242,
    start: '1',
    since: '2026-11-20T09:00:00.000Z',
    token: 'ab',
  };
  return JSON.stringify({ ...lock, ...changes });
}

describe('a plan that is open in another process', () => {
  it('is asked about with who has it and since when, cannot be taken over, and can be read', async () => {
    const path = planFile();
    const holder = await holdPlan(path);
    expect(holder.opened).toBe('done');
    const expected = {
      code: 'in-use',
      holder: { user: 'C. Holder', host: hostname(), since: NOW.toISOString(), isThisMachine: true },
      mayTakeOver: false,
    };
    expect(questionOf(() => openPlanFile(path))).toEqual(expected);
    expect(questionOf(() => takeOver(path))).toEqual(expected);
    expect(await holder.edit('Still theirs')).toBe('done');
    const reader = readPlanFile(path);
    expect(reader.opened.plan.title).toBe('Still theirs');
    expect(reader.readOnly).toEqual({
      id: 'document.reading-because-in-use',
      values: { user: 'C. Holder', host: hostname(), since: '2026-11-22' },
    });
    reader.close();
    await holder.close();
    openPlanFile(path).close();
  });

  it('is taken over without a question once that process is dead', async () => {
    const path = planFile();
    const holder = await holdPlan(path);
    expect(await holder.edit('The last word')).toBe('done');
    await holder.kill();
    expect(existsSync(`${path}.lock`)).toBe(true);
    const document = openPlanFile(path);
    expect(document.readOnly).toBeNull();
    expect(document.opened.plan.title).toBe('The last word');
    writeEdit(document, document.opened, rename('Mine'));
    document.close();
  });

  it('is opened by one of two links to the same file, not by both', async () => {
    const path = planFile();
    const link = join(tempFolder(), 'link.perennial');
    symlinkSync(path, link);
    const holder = await holdPlan(link);
    expect(questionOf(() => openPlanFile(path)).holder?.user).toBe('C. Holder');
    expect(existsSync(`${link}.lock`)).toBe(false);
    await holder.close();
  });
});

describe('a lock of another machine', () => {
  it('is asked about, and its writer can commit nothing more once it is taken over', async () => {
    const path = planFile();
    const former = await holdPlan(path);
    // Their program runs on: to this machine it is one of another, of which nothing is known.
    writeFileSync(`${path}.lock`, foreignLock());
    expect(questionOf(() => openPlanFile(path))).toEqual({
      code: 'in-use',
      holder: {
        user: 'E. Elsewhere',
        host: 'finance-pc-7',
        since: '2026-11-20T09:00:00.000Z',
        isThisMachine: false,
      },
      mayTakeOver: true,
    });
    const document = takeOver(path);
    expect(document.readOnly).toBeNull();
    const state = writeEdit(document, document.opened, rename('Mine'));
    expect(await former.edit('Theirs')).toBe('taken-over');
    await former.close();
    expect(existsSync(`${path}.lock`)).toBe(true);
    const next = writeEdit(document, state, rename('Mine still'));
    document.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
    const again = openPlanFile(path);
    expect(again.opened).toEqual(next);
    again.close();
  });

  it('is told to who had the plan before, while nothing is typed', () => {
    const path = planFile();
    const former = openPlanFile(path);
    expect(former.fileChange()).toBeNull();
    writeFileSync(`${path}.lock`, foreignLock());
    expect(former.fileChange()).toBe('taken-over');
    expect(refusalOf(() => writeEdit(former, former.opened, rename('Mine'))).code).toBe('taken-over');
    former.close();
    expect(existsSync(`${path}.lock`)).toBe(true);
  });

  it('is edited by whoever took it over while who had it before still shows it, and saves that as a copy', async () => {
    const path = planFile();
    const former = openPlanFile(path);
    const copied = (name: string) => {
      const copy = `${path}.${name}.perennial`;
      return { note: former.copyTo(copy, false)?.id, plan: readPlanFile(copy).opened.plan };
    };
    writeFileSync(`${path}.lock`, foreignLock());
    const next = await holdPlan(path, 'take-over');
    expect(former.fileChange()).toBe('taken-over');
    expect(copied('one')).toEqual({ note: undefined, plan: former.opened.plan });
    expect(await next.edit('Theirs')).toBe('done');
    expect(await next.edit('Theirs still')).toBe('done');
    expect(copied('two')).toEqual({ note: 'document.history-stayed-behind', plan: former.opened.plan });
    former.close();
    await next.close();
    expect(readPlanFile(path).opened.plan.title).toBe('Theirs still');
  });
});

describe('what lies under the name of a lock and is none', () => {
  it.each([
    ['no JSON', 'Hello'],
    ['an empty file', ''],
    ['another shape', '{"host":1}'],
    ['a process id of 0', foreignLock({ pid: 0 })],
    ['a field more', foreignLock({ extra: true })],
    ['no date', foreignLock({ since: 'yesterday' })],
    ['a name of a million letters', foreignLock({ user: 'x'.repeat(1_000_000) })],
    ['a name too long to be one', foreignLock({ user: 'x'.repeat(300) })],
    ['200 megabytes', Buffer.alloc(200_000_000)],
  ])('%s is a lock of nobody known, and can be taken over', (_, content) => {
    const path = planFile();
    writeFileSync(`${path}.lock`, content);
    expect(questionOf(() => openPlanFile(path))).toEqual({ code: 'in-use', holder: null, mayTakeOver: true });
    const reader = readPlanFile(path);
    expect(reader.readOnly).toEqual({ id: 'document.reading-because-locked' });
    reader.close();
    takeOver(path).close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it.each([true, false])(
    'a link is not followed, neither to read nor to write; its target is there: %s',
    (isThere) => {
      const path = planFile();
      const target = join(tempFolder(), 'elsewhere');
      if (isThere) writeFileSync(target, foreignLock());
      symlinkSync(target, `${path}.lock`);
      expect(questionOf(() => openPlanFile(path))).toEqual({
        code: 'in-use',
        holder: null,
        mayTakeOver: true,
      });
      const document = takeOver(path);
      expect(lstatSync(`${path}.lock`).isFile()).toBe(true);
      document.close();
      expect(existsSync(target)).toBe(isThere);
      if (isThere) expect(readFileSync(target, 'utf8')).toBe(foreignLock());
    },
  );

  it('an empty folder can be taken over, one that holds something cannot', () => {
    const path = planFile();
    mkdirSync(`${path}.lock`);
    expect(questionOf(() => openPlanFile(path))).toEqual({ code: 'in-use', holder: null, mayTakeOver: true });
    takeOver(path).close();
    mkdirSync(`${path}.lock`);
    writeFileSync(join(`${path}.lock`, 'thesis.txt'), 'years of work');
    expect(questionOf(() => takeOver(path))).toEqual({ code: 'in-use', holder: null, mayTakeOver: false });
    expect(readFileSync(join(`${path}.lock`, 'thesis.txt'), 'utf8')).toBe('years of work');
    readPlanFile(path).close();
  });
});

describe('what lies beside a plan for SQLite to find', () => {
  it('is refused when it is a journal that leads elsewhere', () => {
    const path = planFile();
    const elsewhere = join(tempFolder(), 'elsewhere');
    symlinkSync(elsewhere, `${path}-journal`);
    const refusal = refusalOf(() => openPlanFile(path));
    expect(refusal.code).toBe('changed-structure');
    expect(refusal.sentence.id).toBe('document.foreign-journal');
    expect(existsSync(elsewhere)).toBe(false);
    expect(lstatSync(`${path}-journal`).isSymbolicLink()).toBe(true);
  });

  it('is refused when it is a journal that names another file', () => {
    const path = planFile();
    const bytes = readFileSync(path);
    const journal = Buffer.concat([Buffer.alloc(512, 1), Buffer.from('d9d505f920a163d7', 'hex')]);
    writeFileSync(`${path}-journal`, journal);
    expect(refusalOf(() => openPlanFile(path)).sentence.id).toBe('document.foreign-journal');
    expect(refusalOf(() => readPlanFile(path)).sentence.id).toBe('document.foreign-journal');
    expect(readFileSync(`${path}-journal`).equals(journal)).toBe(true);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is refused when it is a write-ahead log', () => {
    const path = planFile();
    writeFileSync(`${path}-wal`, 'anything');
    expect(refusalOf(() => openPlanFile(path)).code).toBe('wrong-mode');
  });
});

/** Leaves a plan as a program does that is killed in the middle of a commit: pages half written, and the journal that takes them back. */
function tearCommit(path: string): void {
  const program = `
    const { DatabaseSync } = require('node:sqlite');
    const db = new DatabaseSync(process.argv[1]);
    db.exec("PRAGMA cache_size = 1; BEGIN; UPDATE plan SET title = 'Torn'; UPDATE lines SET exit_note = hex(zeroblob(9000))");
    process.kill(process.pid, 'SIGKILL');`;
  spawnSync(process.execPath, ['-e', program, path]);
}

describe('a commit that was torn by a kill', () => {
  it.each([openPlanFile, readPlanFile])('is taken back by %o', (open) => {
    const path = planFile();
    const good = readFileSync(path);
    tearCommit(path);
    expect(existsSync(`${path}-journal`)).toBe(true);
    expect(readFileSync(path).equals(good)).toBe(false);
    const document = open(path);
    expect(document.opened.plan).toEqual(plan());
    expect(existsSync(`${path}-journal`)).toBe(false);
    document.close();
  });
});

it('opens a plan to read without leaving anything beside it', () => {
  const path = planFile();
  const reader = readPlanFile(path);
  expect(existsSync(`${path}.lock`)).toBe(false);
  expect(reader.readOnly).toEqual({ id: 'document.reading-because-asked' });
  expect(reader.fileChange()).toBeNull();
  expect(reader.backups).toBeNull();
  reader.close();
});
