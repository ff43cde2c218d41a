import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { FileChange } from '#shared/api/api.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { nextHash } from '#shared/plan/rolling-hash.ts';
import { DocumentError } from '#main/document/document-error.ts';
import type { DocumentState, PlanDocument } from '#main/document/document.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, openPlanFile, readPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const setNeed = (minor: bigint): Edit => ({
  kind: 'set-amounts',
  blocks: [{ ref: { of: 'line', measure: 'need', line: 'l1' }, from: '2026', minor: [minor] }],
});

const MANY = Array.from({ length: 200 }, (_, index) => ({ id: `l${index + 1}`, need: ['1', '2', '3'] }));

type Opened = { readonly path: string; readonly document: PlanDocument; readonly state: DocumentState };

/** A plan of 200 lines that is open, with one edit of its own. */
function openedPlan(): Opened {
  const path = join(tempFolder(), 'Plan.perennial');
  const document = makePlanFile(path, buildPlan({ years: 3, lines: MANY }));
  return { path, document, state: writeEdit(document, document.opened, setNeed(700n)) };
}

/** Another plan file, of the same size, as a sync tool would bring it from elsewhere: made from the same plan. */
function theirFile(path: string): string {
  const theirs = join(tempFolder(), 'theirs.perennial');
  copyFileSync(path, theirs);
  const document = openPlanFile(theirs);
  writeEdit(document, document.opened, setNeed(999n));
  document.close();
  return theirs;
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

type Case = {
  readonly what: string;
  readonly act: (path: string) => void;
  readonly change: FileChange;
  /** Whether the bytes under the open plan are its own still, with the whole history. */
  readonly keepsHistory: boolean;
};

const CASES: readonly Case[] = [
  {
    what: 'replaced by another file under its name',
    act: (path) => renameSync(theirFile(path), path),
    change: 'changed',
    keepsHistory: true,
  },
  {
    what: 'replaced by a file of the very same bytes',
    act: (path) => {
      copyFileSync(path, `${path}.new`);
      renameSync(`${path}.new`, path);
    },
    change: 'changed',
    keepsHistory: true,
  },
  {
    what: 'overwritten in place by another state of the plan',
    act: (path) => writeFileSync(path, readFileSync(theirFile(path))),
    change: 'changed',
    keepsHistory: false,
  },
  {
    what: 'overwritten in place by an older state of the plan, at the same time and of the same size',
    act: (path) => {
      const { atime, mtime } = statSync(path);
      const document = readPlanFile(path);
      const older = join(tempFolder(), 'older.perennial');
      document.copyTo(older, false);
      document.close();
      writeFileSync(path, readFileSync(older));
      utimesSync(path, atime, mtime);
    },
    change: 'changed',
    keepsHistory: false,
  },
  {
    what: 'overwritten in place by something else',
    act: (path) => writeFileSync(path, 'x'.repeat(statSync(path).size)),
    change: 'changed',
    keepsHistory: false,
  },
  {
    what: 'damaged in its middle',
    act: (path) => {
      const bytes = readFileSync(path);
      bytes.fill(0xa5, 4096 * 3, 4096 * 12);
      writeFileSync(path, bytes);
    },
    change: 'changed',
    keepsHistory: false,
  },
  {
    what: 'cut off',
    act: (path) => truncateSync(path, 8192),
    change: 'changed',
    keepsHistory: false,
  },
  { what: 'emptied', act: (path) => truncateSync(path), change: 'changed', keepsHistory: false },
  {
    what: 'changed with an SQLite tool',
    act: (path) => {
      const db = new DatabaseSync(path);
      db.exec('UPDATE amounts SET minor = minor + 1');
      db.close();
    },
    change: 'changed',
    keepsHistory: false,
  },
  { what: 'deleted', act: (path) => rmSync(path), change: 'gone', keepsHistory: true },
  { what: 'moved', act: (path) => renameSync(path, `${path}.moved`), change: 'gone', keepsHistory: true },
  {
    what: 'in a folder that was renamed',
    act: (path) => renameSync(dirname(path), `${dirname(path)} moved`),
    change: 'gone',
    keepsHistory: true,
  },
];

/** Every byte of every file in a folder and beside it. */
function contents(path: string): Record<string, string> {
  const files = ['', '.moved', '-journal'].map((end) => `${path}${end}`).filter((file) => existsSync(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(file).toString('base64')]));
}

describe.each(CASES)('a file that was $what under an open plan', ({ act, change, keepsHistory }) => {
  it('is not written to any more, before the change was looked for and after it', () => {
    const { path, document, state } = openedPlan();
    expect(document.fileChange()).toBeNull();
    act(path);
    const before = contents(path);
    const refusal = refusalOf(() => writeEdit(document, state, setNeed(800n)));
    expect(refusal.code).toBe(change === 'gone' ? 'gone' : 'changed-on-disk');
    expect(refusal.sentence).toEqual({
      id: `document.${change === 'gone' ? 'gone' : 'changed-on-disk'}`,
      values: { file: 'Plan.perennial' },
    });
    expect(document.fileChange()).toBe(change);
    expect(refusalOf(() => writeEdit(document, state, setNeed(900n))).code).toBe(refusal.code);
    expect(contents(path)).toEqual(before);
    document.close();
    expect(contents(path)).toEqual(before);
  });

  it('is told of when it is looked for', () => {
    const { path, document } = openedPlan();
    act(path);
    expect(document.fileChange()).toBe(change);
    document.close();
  });

  it('leaves the plan to be saved under another name', () => {
    const { path, document, state } = openedPlan();
    act(path);
    const target = join(tempFolder(), 'Kept.perennial');
    const note = document.copyTo(target, false);
    document.close();
    const copy = openPlanFile(target);
    expect(copy.opened).toEqual(state);
    expect(copy.openSteps().undo?.seq).toBe(keepsHistory ? 1 : undefined);
    expect(note).toEqual(
      keepsHistory
        ? null
        : {
            id: 'document.history-stayed-behind',
            values: { file: 'Kept.perennial', from: 'Plan.perennial' },
          },
    );
    const next = writeEdit(copy, state, setNeed(800n));
    copy.close();
    const again = openPlanFile(target);
    expect(again.opened).toEqual(next);
    again.close();
  });
});

// A program that knows SQLite has to wait for the edit: it is left out.
const WITHOUT_LOCKS = CASES.filter(({ what }) => !what.includes('SQLite'));

it.each(WITHOUT_LOCKS)(
  'is not written to when it is $what while an edit is being written',
  ({ act, change }) => {
    const { path, document, state } = openedPlan();
    let before = contents(path);
    const edit = setNeed(800n);
    const result = applyEdit(state.plan, edit, { origin: originOfEdit(2) });
    if (!result.ok) throw new Error(result.refusal.id);
    const entry = {
      seq: 2,
      at: '2026-11-22T10:00:00.000Z',
      who: 'A. Officer',
      action: 'edit',
      edit,
      inverse: result.inverse,
      undoes: null,
      hash: nextHash(state.hash, edit),
    } as const;
    const step = {
      before: state.plan,
      // Asked for in the transaction, after the last look before it.
      get after() {
        act(path);
        before = contents(path);
        return result.plan;
      },
      entry,
    };
    expect(refusalOf(() => document.commit(step)).code).toBe(change === 'gone' ? 'gone' : 'changed-on-disk');
    document.close();
    expect(contents(path)).toEqual(before);
  },
);

describe('a file that is still ours', () => {
  it('may be touched, be given another name beside its own, and lie beside others that come and go', () => {
    const { path, document, state } = openedPlan();
    utimesSync(path, new Date(), new Date(0));
    expect(document.fileChange()).toBeNull();
    const next = writeEdit(document, state, setNeed(800n));
    writeFileSync(path, readFileSync(path));
    linkSync(path, `${path}.link`);
    mkdirSync(join(dirname(path), 'beside'));
    const last = writeEdit(document, next, setNeed(900n));
    document.close();
    const again = openPlanFile(path);
    expect(again.opened).toEqual(last);
    again.close();
  });

  it('takes edits and versions in turn', () => {
    const { document, state } = openedPlan();
    const version = {
      name: 'First',
      kind: 'named',
      note: '',
      by: 'A',
      at: '2026-11-22T10:00:00.000Z',
    } as const;
    const kept = document.versions.create({ ...version, seq: state.seq, plan: state.plan });
    document.versions.update(kept.number, { name: 'First', kind: 'named', note: '' });
    expect(document.fileChange()).toBeNull();
    writeEdit(document, state, setNeed(800n));
    document.close();
  });
});

it('is known from another state of the plan by its content, where header, size and time are the same', () => {
  const path = join(tempFolder(), 'Plan.perennial');
  const document = makePlanFile(path, buildPlan({ years: 1, lines: [{ id: 'l1', need: ['1'] }] }));
  const theirs = join(tempFolder(), 'theirs.perennial');
  copyFileSync(path, theirs);
  // One commit here, and one there: whoever opens a plan writes to it that they did.
  openPlanFile(theirs).close();
  const state = writeEdit(document, document.opened, { kind: 'set-plan', changes: { title: 'Exomple' } });
  utimesSync(path, 1000, 1000);
  expect(document.fileChange()).toBeNull();
  const [ours, others] = [readFileSync(path), readFileSync(theirs)];
  expect(others.length).toBe(ours.length);
  expect(others.subarray(0, 100).equals(ours.subarray(0, 100))).toBe(true);
  writeFileSync(path, others);
  utimesSync(path, 1000, 1000);
  expect(document.fileChange()).toBe('changed');
  expect(refusalOf(() => writeEdit(document, state, setNeed(1n))).code).toBe('changed-on-disk');
  document.close();
  expect(readFileSync(path).equals(others)).toBe(true);
});

it('shows nothing of what somebody else wrote over an open plan', () => {
  const { path, document, state } = openedPlan();
  writeFileSync(path, readFileSync(theirFile(path)));
  expect(document.fileChange()).toBe('changed');
  const filter = { line: null, source: null, who: null, cell: null };
  const reads = [
    () => document.history.page({ filter, before: null, limit: 9 }),
    () => document.history.changesOf(2),
    () => document.versions.list(),
    () => document.inverseOf(state.seq),
    () => document.findProvenance(7),
  ];
  for (const read of reads) expect(refusalOf(read).code).toBe('changed-on-disk');
  expect(document.openSteps()).toEqual({ undo: null, redo: null });
  document.close();
});

it('does not take the journal of those who write to the new file for its own', () => {
  const { path, document, state } = openedPlan();
  renameSync(theirFile(path), path);
  expect(document.fileChange()).toBe('changed');
  // The journal of a commit of theirs, at any moment of it.
  const theirs = new DatabaseSync(path);
  theirs.exec("PRAGMA cache_size = 1; BEGIN; UPDATE lines SET title = title || ' with a longer name'");
  expect(existsSync(`${path}-journal`)).toBe(true);
  const target = join(tempFolder(), 'Kept.perennial');
  expect(document.copyTo(target, false)).toBeNull();
  document.openSteps();
  document.close();
  expect(existsSync(`${path}-journal`)).toBe(true);
  theirs.exec('ROLLBACK');
  theirs.close();
  const copy = openPlanFile(target);
  expect(copy.opened).toEqual(state);
  copy.close();
});

it('says when a disk has lost pages while the plan is open, and the plan can be saved elsewhere', () => {
  const path = join(tempFolder(), 'Plan.perennial');
  const lines = Array.from({ length: 16_000 }, (_, index) => ({ id: `line ${index}`, need: ['1'] }));
  const document = makePlanFile(path, buildPlan({ years: 1, lines }));
  // The file's time is set so that nothing but the pages themselves tells of the damage.
  utimesSync(path, 1000, 1000);
  expect(document.fileChange()).toBeNull();
  const bytes = readFileSync(path);
  for (let at = bytes.indexOf('line 4000'); at >= 0; at = bytes.indexOf('line 4000', at)) {
    bytes.fill(0xa5, at - (at % 4096), at - (at % 4096) + 4096);
  }
  writeFileSync(path, bytes);
  utimesSync(path, 1000, 1000);
  expect(document.fileChange()).toBeNull();
  const edit: Edit = { kind: 'update-line', id: 'line 4000', changes: { title: 'Bridge' } };
  const refusal = refusalOf(() => writeEdit(document, document.opened, edit));
  expect(refusal.code).toBe('damaged');
  expect(refusal.sentence).toEqual({
    id: 'document.damaged-while-open',
    values: { file: 'Plan.perennial' },
  });
  expect(readFileSync(path).equals(bytes)).toBe(true);
  const target = join(tempFolder(), 'Kept.perennial');
  expect(document.copyTo(target, false)?.id).toBe('document.history-stayed-behind');
  document.close();
  const copy = openPlanFile(target);
  expect(copy.opened.plan).toEqual(document.opened.plan);
  copy.close();
});
