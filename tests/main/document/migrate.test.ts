import { existsSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { readPlanJson } from '#shared/plan/json/read-plan-json.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { nextHash } from '#shared/plan/rolling-hash.ts';
import { planDigest } from '#shared/review/digest.ts';
import { DocumentError } from '#main/document/document-error.ts';
import { openDocument, type PlanDocument } from '#main/document/document.ts';
import { SCHEMA_VERSION } from '#main/document/schema.ts';
import { NOW, openPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { buildOlderFile, OLDER_VERSIONS, olderPlanJson } from '#tests/fixtures/plan-files.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const DIGEST = 'dea2a1a1938dd84376d926c205485f9da3cf9b68c42499ba791d0765d4e20522';
const EVERYTHING = { line: null, source: null, who: null, cell: null };

function olderFile(version: (typeof OLDER_VERSIONS)[number] = 1): string {
  const path = join(tempFolder(), 'plan of old.perennial');
  buildOlderFile(path, version);
  return path;
}

function openToRead(path: string): PlanDocument {
  return openDocument(path, { user: 'R. Reader', now: NOW, mode: 'read' });
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DocumentError) return error.code;
    throw error;
  }
  return 'no error';
}

function tamper(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}

const filesBeside = (path: string) => readdirSync(join(path, '..')).toSorted();

/** Takes the newest step back, or again, as the planner does. */
function takeBack(document: PlanDocument, action: 'undo' | 'redo'): string {
  const { plan, seq, hash } = document.opened;
  const step = document.openSteps()[action];
  if (step === null) throw new Error(`Nothing to ${action}`);
  const edit = document.inverseOf(step.seq);
  const result = applyEdit(plan, edit, { origin: originOfEdit(seq + 1) });
  if (!result.ok) throw new Error(result.refusal.id);
  const entry = { seq: seq + 1, hash: nextHash(hash, edit), at: NOW.toISOString(), who: 'A. Officer' };
  document.commit({
    before: plan,
    after: result.plan,
    entry: { ...entry, action, edit, inverse: result.inverse, undoes: step.seq },
  });
  return planDigest(result.plan);
}

describe.each(OLDER_VERSIONS)('a plan file of version %i', (version) => {
  it('opens as the plan that it held, in the tables of this version, and the original is kept', () => {
    const path = olderFile(version);
    const original = readFileSync(path);
    const document = openPlanFile(path);
    const json = readPlanJson(olderPlanJson(version));
    if (!json.ok) throw new Error(JSON.stringify(json.errors));
    expect(planDigest(document.opened.plan)).toBe(DIGEST);
    expect(planDigest(json.plan)).toBe(DIGEST);
    expect(document.opened).toMatchObject({ seq: 19, hash: '27429285799e2899' });
    expect(document.opened.plan.comments).toEqual(json.plan.comments);
    expect(document.opened.plan.acceptances).toEqual(json.plan.acceptances);
    expect(document.opened.plan.signOffs).toEqual(json.plan.signOffs);
    expect(document.readOnly).toBeNull();
    const kept = `plan of old.perennial.version-${version}`;
    expect(document.notes).toEqual([
      { id: 'document.brought-up-to-date', values: { file: 'plan of old.perennial', kept } },
    ]);
    document.close();
    expect(filesBeside(path)).toEqual(['plan of old.perennial', kept]);
    expect(readFileSync(join(path, '..', kept)).equals(original)).toBe(true);
    const db = new DatabaseSync(path, { readOnly: true });
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: SCHEMA_VERSION });
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    db.close();
    const again = openPlanFile(path);
    expect(again.notes).toEqual([]);
    again.close();
  });

  it('keeps undo, redo and where values were read, and goes on from there', () => {
    const document = openPlanFile(olderFile(version));
    expect(document.openSteps()).toEqual({
      undo: { seq: 13, kind: 'set-plan', label: '' },
      redo: { seq: 19, kind: 'batch', label: 'Fill right' },
    });
    const origin = document.opened.plan.lines.rows.find(({ id }) => id === 'bus')?.need.origin ?? [];
    expect(document.findProvenance(origin[1] ?? 0)).toEqual({
      file: 'budget.xlsx',
      sha256: 'ab'.repeat(32),
      sheet: 'Capital',
      cell: 'C7',
      raw: '12.340000000000001',
      rule: 'rounded',
    });
    const state = writeEdit(document, document.opened, {
      kind: 'set-amounts',
      blocks: [{ ref: { of: 'line', measure: 'need', line: 'bus' }, from: '2028', minor: [5n] }],
    });
    document.close();
    const again = openPlanFile(document.path);
    expect(again.opened).toEqual(state);
    again.close();
  });

  it('undoes and redoes to the figures that its own program would have shown', () => {
    const undone = openPlanFile(olderFile(version));
    const before = undone.opened.plan;
    takeBack(undone, 'undo');
    undone.close();
    const redone = openPlanFile(undone.path);
    expect(redone.opened.plan).toMatchObject({ title: 'Example', bridgingReserve: 25_000_050n });
    expect(takeBack(redone, 'redo')).toBe(planDigest(before));
    redone.close();
    const filled = openPlanFile(olderFile(version));
    takeBack(filled, 'redo');
    filled.close();
    const again = openPlanFile(filled.path);
    const bus = again.opened.plan.lines.rows.find(({ id }) => id === 'bus');
    expect(bus?.need.minor).toEqual([null, 1234n, 500n, 600n, null]);
    again.close();
  });

  it('tells its history as if this program had kept it', () => {
    const document = openPlanFile(olderFile(version));
    const { steps, next, people } = document.history.page({ filter: EVERYTHING, before: null, limit: 50 });
    expect(
      steps.map(({ seq, kind, action, undoneBy, count }) => [seq, kind, action, undoneBy, count]),
    ).toEqual([
      [19, 'batch', 'undo', null, 2],
      [18, 'set-years', 'undo', null, 1],
      [17, 'set-years', 'edit', 18, 1],
      [16, 'batch', 'redo', 19, 2],
      [15, 'batch', 'undo', 16, 2],
      [14, 'batch', 'edit', 15, 2],
      [13, 'set-plan', 'edit', null, 2],
      [12, 'remove-lines', 'edit', null, 1],
      [11, 'add-lines', 'edit', null, 1],
      [10, 'sign', 'edit', null, 1],
      [9, 'accept', 'edit', null, 1],
      [8, 'comment', 'edit', null, 1],
      [7, 'set-certainty', 'edit', null, 3],
      [6, 'set-amounts', 'edit', null, 2],
      [5, 'add-allocations', 'edit', null, 1],
      [4, 'add-sources', 'edit', null, 1],
      [3, 'update-line', 'edit', null, 2],
      [2, 'import', 'edit', null, 3],
      [1, 'set-amounts', 'edit', null, 1],
    ]);
    expect(next).toBeNull();
    expect(people).toEqual(['A. Officer', 'B. Müller']);
    expect(steps.map(({ seq }) => document.history.changesOf(seq))).toEqual(
      steps.map(({ changes }) => changes),
    );
    const need = { ref: { of: 'line', measure: 'need', line: 'bus' }, period: '2027' } as const;
    const cell = document.history.page({ filter: { ...EVERYTHING, cell: need }, before: null, limit: 50 });
    expect(cell.steps.map(({ seq, who, changes }) => [seq, who, ...changes])).toEqual(
      [
        [19, 'A. Officer', 500n, 999_999_999_999_999n, 14, 2],
        [16, 'B. Müller', 999_999_999_999_999n, 500n, 2, 14],
        [15, 'B. Müller', 500n, 999_999_999_999_999n, 14, 2],
        [14, 'B. Müller', 999_999_999_999_999n, 500n, 2, 14],
        [2, 'B. Müller', null, 999_999_999_999_999n, 0, 2],
      ].map(([seq, who, was, is, from, to]) => {
        const value = (by: unknown) => (by === 2 ? originOfEdit(2) + 2 : originOfEdit(Number(by)));
        const origins = { beforeOrigin: value(from), afterOrigin: value(to) };
        return [seq, who, { kind: 'amount', ...need, before: was, after: is, ...origins }];
      }),
    );
    expect(document.history.nameOf('line', 'pilot')).toBe('Pilot that was dropped');
    document.close();
  });

  it('is read without a change to any file, and can be saved as a plan of this version', () => {
    const path = olderFile(version);
    const original = readFileSync(path);
    const document = openToRead(path);
    expect(planDigest(document.opened.plan)).toBe(DIGEST);
    expect(document.notes).toEqual([
      { id: 'document.older-shown', values: { file: 'plan of old.perennial' } },
    ]);
    expect(document.history.page({ filter: EVERYTHING, before: null, limit: 1 }).steps[0]?.seq).toBe(19);
    expect(codeOf(() => takeBack(document, 'undo'))).toBe('read-only');
    expect(filesBeside(path)).toEqual(['plan of old.perennial']);
    const copy = join(path, '..', 'copy.perennial');
    document.copyTo(copy, false);
    document.close();
    expect(readFileSync(path).equals(original)).toBe(true);
    const opened = openPlanFile(copy);
    expect([planDigest(opened.opened.plan), opened.notes]).toEqual([DIGEST, []]);
    opened.close();
  });
});

describe('the kept original', () => {
  it('takes a number where another file has its name, and is not kept twice', () => {
    const path = olderFile();
    const original = readFileSync(path);
    writeFileSync(`${path}.version-1`, 'somebody else’s');
    writeFileSync(`${path}.version-1.2`, original);
    const document = openPlanFile(path);
    expect(document.notes).toMatchObject([{ values: { kept: 'plan of old.perennial.version-1.2' } }]);
    document.close();
    expect(readFileSync(`${path}.version-1`, 'utf8')).toBe('somebody else’s');
    expect(readFileSync(`${path}.version-1.2`).equals(original)).toBe(true);
    expect(existsSync(`${path}.version-1.3`)).toBe(false);
  });

  it('is no link that somebody put there, to the plan itself or to nothing', () => {
    const path = olderFile();
    const original = readFileSync(path);
    symlinkSync(path, `${path}.version-1`);
    symlinkSync('nothing', `${path}.version-1.2`);
    openPlanFile(path).close();
    expect(readFileSync(`${path}.version-1.3`).equals(original)).toBe(true);
    expect(readlinkSync(`${path}.version-1`)).toBe(path);
    expect(existsSync(join(path, '..', 'nothing'))).toBe(false);
  });

  it('stands beside the file itself where the plan is opened by a link', () => {
    const path = olderFile();
    const original = readFileSync(path);
    const link = join(tempFolder(), 'link.perennial');
    symlinkSync(path, link);
    openPlanFile(link).close();
    expect(readlinkSync(link)).toBe(path);
    expect(readFileSync(`${path}.version-1`).equals(original)).toBe(true);
    expect(filesBeside(link)).toEqual(['link.perennial']);
  });

  it('does not change with the plan that took its place', () => {
    const path = olderFile();
    const original = readFileSync(path);
    const document = openPlanFile(path);
    writeEdit(document, document.opened, { kind: 'set-plan', changes: { title: 'Later' } });
    document.close();
    expect(readFileSync(`${path}.version-1`).equals(original)).toBe(true);
  });
});

describe('an older plan that is not what it should be', () => {
  it.each([
    [
      'a trigger',
      'CREATE TRIGGER t AFTER UPDATE ON document BEGIN DELETE FROM lines; END',
      'changed-structure',
    ],
    ['a table of a later version', 'CREATE TABLE journal_rows (a)', 'changed-structure'],
    ['the version of other tables', 'PRAGMA user_version = 2', 'changed-structure'],
    ['a version of the future', `PRAGMA user_version = ${SCHEMA_VERSION + 1}`, 'newer-version'],
    [
      'an amount of no row',
      "UPDATE amounts SET owner = 999 WHERE measure = 'need' AND year = '2026' AND owner = 1",
      'damaged',
    ],
    ['an unknown kind of line', "UPDATE lines SET kind = 'magic'", 'damaged'],
    [
      'a step that takes back none',
      'PRAGMA foreign_keys = OFF; UPDATE journal SET undone_by = 99 WHERE seq = 3',
      'damaged',
    ],
  ])('is refused for %s, untouched and without a trace', (_, change, code) => {
    const path = olderFile();
    tamper(path, change);
    const bytes = readFileSync(path);
    expect(codeOf(() => openPlanFile(path))).toBe(code);
    expect(codeOf(() => openToRead(path))).toBe(code);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(filesBeside(path)).toEqual(['plan of old.perennial']);
  });

  it('opens with a word about steps that cannot be read, which undo nothing and are kept as they are', () => {
    const path = olderFile();
    tamper(path, "UPDATE journal SET edit = X'00ff' WHERE seq IN (3, 5)");
    const document = openPlanFile(path);
    expect(document.notes).toMatchObject([
      { id: 'document.brought-up-to-date' },
      { id: 'document.older-unreadable-steps', values: { steps: 2 } },
    ]);
    expect(planDigest(document.opened.plan)).toBe(DIGEST);
    const { steps } = document.history.page({ filter: EVERYTHING, before: 6, limit: 3 });
    expect(steps.map(({ seq, count }) => [seq, count])).toEqual([
      [5, 0],
      [4, 1],
      [3, 0],
    ]);
    expect(codeOf(() => document.history.changesOf(5))).toBe('damaged');
    document.close();
  });

  it('is mended by its own journal first when its program was killed in a commit', () => {
    const path = olderFile();
    const original = readFileSync(path);
    leaveHalfACommit(path);
    expect(readFileSync(path).equals(original)).toBe(false);
    const document = openPlanFile(path);
    expect(planDigest(document.opened.plan)).toBe(DIGEST);
    document.close();
    expect(filesBeside(path)).toEqual(['plan of old.perennial', 'plan of old.perennial.version-1']);
    expect(readFileSync(`${path}.version-1`).equals(original)).toBe(true);
  });
});

/** Leaves a plan file and its journal as a kill in the middle of a commit leaves them. */
function leaveHalfACommit(path: string): void {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; DELETE FROM journal; DELETE FROM amounts');
  db.exec('UPDATE lines SET title = hex(zeroblob(20000)); UPDATE sources SET name = hex(zeroblob(20000))');
  const [torn, journal] = [readFileSync(path), readFileSync(`${path}-journal`)];
  db.exec('ROLLBACK');
  db.close();
  writeFileSync(path, torn);
  writeFileSync(`${path}-journal`, journal);
}
