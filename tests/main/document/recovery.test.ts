import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#shared/plan/edit.ts';
import { checkDocumentTask } from '#main/document/check-task.ts';
import { DocumentError, DocumentInUse } from '#main/document/document-error.ts';
import type { DocumentState, PlanDocument } from '#main/document/document.ts';
import { findRecovery, recoverDocument } from '#main/document/recovery.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import {
  makePlanFile,
  openPlanFile,
  readPlanFile,
  writeEdit,
  writeUndo,
} from '#tests/fixtures/open-plan-file.ts';
import { holdPlan } from '#tests/fixtures/plan-holder.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const PAGE = 4096;
/** The time at which the damage is met, on the clock of this machine. */
const FOUND = new Date(2026, 10, 22, 14, 2);
const DAMAGED = 'Förderplan 計画 (damaged 2026-11-22 14.02).perennial';

const setNeed = (line: string, minor: bigint): Edit => ({
  kind: 'set-amounts',
  blocks: [{ ref: { of: 'line', measure: 'need', line }, from: '2026', minor: [minor] }],
});

type Damageable = { readonly path: string; readonly states: readonly DocumentState[] };

/** A closed plan of 300 lines with ten edits, whose newest backup holds the first four of them. */
async function planWithBackup(): Promise<Damageable> {
  const path = join(tempFolder(), 'Förderplan 計画.perennial');
  const lines = Array.from({ length: 300 }, (_, index) => ({ id: `line ${index}`, need: ['1', '2', '3'] }));
  const document = makePlanFile(path, buildPlan({ years: 3, lines }));
  const states = [document.opened];
  for (let seq = 1; seq <= 10; seq += 1) {
    if (seq === 5) await keepBackup(document);
    const last = states.at(-1) ?? document.opened;
    states.push(
      seq === 7
        ? writeUndo(document, last)
        : writeEdit(document, last, setNeed(`line ${seq * 20}`, BigInt(seq))),
    );
  }
  document.close();
  return { path, states };
}

async function keepBackup(document: PlanDocument): Promise<void> {
  await document.backups?.write(() => Promise.resolve(true), false);
}

/** Spoils a page in the way of a bad disk: some of its bytes are others now. */
function spoil(path: string, page: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, PAGE * (page - 1) + (page === 1 ? 100 : 0), PAGE * page);
  writeFileSync(path, bytes);
}

function rootPage(path: string, table: string): number {
  const db = new DatabaseSync(path, { readOnly: true });
  const row = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table);
  db.close();
  return Number(row?.['rootpage']);
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

function namesIn(path: string): string[] {
  return readdirSync(dirname(path)).toSorted();
}

/** Recovers a plan, opens it, and holds that the damaged file was kept as it was. */
function recovered(path: string) {
  const damaged = readFileSync(path);
  const note = recoverDocument(path, FOUND);
  const kept = join(dirname(path), DAMAGED);
  expect(readFileSync(kept).equals(damaged)).toBe(true);
  const document = openPlanFile(path);
  document.close();
  return { note, kept, opened: document.opened };
}

describe('a plan whose amounts were damaged', () => {
  it('stands again as it stood last: the backup, and every edit that its own journal gives', async () => {
    const { path, states } = await planWithBackup();
    spoil(path, rootPage(path, 'amounts'));
    const bytes = readFileSync(path);
    const refusal = refusalOf(() => openPlanFile(path));
    expect(refusal.code).toBe('damaged');
    expect(refusal.sentence).toEqual({
      id: 'document.damaged-with-backup',
      values: { file: 'Förderplan 計画.perennial' },
    });
    expect(findRecovery(path)).toEqual({
      savedAt: statSync(`${path}.backup-1`).mtime.toISOString(),
      edits: 10,
      salvaged: 6,
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(namesIn(path)).toEqual(['Förderplan 計画.perennial', 'Förderplan 計画.perennial.backup-1']);
    utimesSync(`${path}.backup-1`, new Date(2026, 10, 21, 9), new Date(2026, 10, 21, 9));
    const { note, opened } = recovered(path);
    expect(opened).toEqual(states[10]);
    expect(note).toEqual({
      id: 'document.recovered',
      values: {
        file: 'Förderplan 計画.perennial',
        damaged: DAMAGED,
        saved: '2026-11-21',
        edits: 10,
        salvaged: 6,
        lost: 0,
      },
    });
    expect(await checkDocumentTask({ path })).toEqual({ isGood: true, problem: null });
    expect(namesIn(path)).toEqual([
      DAMAGED,
      'Förderplan 計画.perennial',
      'Förderplan 計画.perennial.backup-1',
    ]);
  });

  it('has its steps with their own person and time, and they can be undone', async () => {
    const { path, states } = await planWithBackup();
    const before = readPlanFile(path);
    const filter = { line: null, source: null, who: null, cell: null };
    const steps = before.history.page({ filter, before: null, limit: 20 });
    before.close();
    spoil(path, rootPage(path, 'amounts'));
    recoverDocument(path, FOUND);
    const document = openPlanFile(path);
    expect(document.history.page({ filter, before: null, limit: 20 })).toEqual(steps);
    expect(document.openSteps().undo?.seq).toBe(10);
    const undone = writeUndo(document, document.opened);
    expect(undone.plan).toEqual(states[9]?.plan);
    document.close();
  });
});

describe('a plan whose journal was damaged', () => {
  it('stands again as far as its journal can be read', async () => {
    const { path, states } = await planWithBackup();
    spoil(path, rootPage(path, 'journal'));
    expect(refusalOf(() => openPlanFile(path)).code).toBe('damaged');
    expect(findRecovery(path)).toMatchObject({ edits: 4, salvaged: 0 });
    const { note, opened } = recovered(path);
    expect(opened).toEqual(states[4]);
    expect(note).toMatchObject({ values: { edits: 4, salvaged: 0, lost: 6 } });
  });

  it('gives nothing where its tables are not those that Perennial made', async () => {
    const { path } = await planWithBackup();
    const db = new DatabaseSync(path);
    db.exec('CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM lines; END');
    db.close();
    spoil(path, rootPage(path, 'amounts'));
    expect(findRecovery(path)).toMatchObject({ edits: 4, salvaged: 0 });
  });

  it('stops at the first step that is not what was written', async () => {
    const { path, states } = await planWithBackup();
    const db = new DatabaseSync(path);
    db.exec("UPDATE journal SET hash = 'ffffffffffffffff' WHERE seq = 8");
    db.close();
    spoil(path, rootPage(path, 'amounts'));
    expect(findRecovery(path)).toMatchObject({ edits: 7, salvaged: 3 });
    const { note, opened } = recovered(path);
    expect(opened).toEqual(states[7]);
    expect(note).toMatchObject({ values: { edits: 7, salvaged: 3, lost: 3 } });
  });

  it.each([
    ['an edit that is none', 'UPDATE journal SET edit = zeroblob(9) WHERE seq = 6', 5],
    [
      'the edit of another step',
      'UPDATE journal SET edit = (SELECT edit FROM journal WHERE seq = 5) WHERE seq = 6',
      5,
    ],
    [
      'an undo of a step that is not there',
      'PRAGMA foreign_keys = OFF; UPDATE journal SET undoes = 99 WHERE seq = 7',
      6,
    ],
    ['no time', "UPDATE journal SET at = 'once' WHERE seq = 9", 8],
    ['a step that is missing', 'PRAGMA foreign_keys = OFF; DELETE FROM journal WHERE seq = 9', 8],
  ])('does not take %s', async (_, change, edits) => {
    const { path, states } = await planWithBackup();
    const db = new DatabaseSync(path);
    db.exec(change);
    db.close();
    spoil(path, rootPage(path, 'amounts'));
    expect(recovered(path).opened).toEqual(states[edits]);
  });
});

it('a plan that lost any one of its pages is opened as it was, or comes back as it once stood, never as anything else', async () => {
  const { path, states } = await planWithBackup();
  const good = readFileSync(path);
  let damages = 0;
  for (let page = 1; page <= good.length / PAGE; page += 1) {
    writeFileSync(path, good);
    spoil(path, page);
    const damaged = readFileSync(path);
    try {
      const document = readPlanFile(path);
      document.close();
      expect(document.opened).toEqual(states[10]);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      damages += 1;
      expect(error.code).toBe('damaged');
      expect(readFileSync(path).equals(damaged)).toBe(true);
      const offered = findRecovery(path);
      const { kept, opened } = recovered(path);
      expect(opened.seq).toBe(offered?.edits);
      expect(opened.seq).toBeGreaterThanOrEqual(4);
      expect(opened).toEqual(states[opened.seq]);
      rmSync(kept);
    }
  }
  expect(damages).toBeGreaterThan(20);
});

describe.each([
  ['emptied', (path: string) => truncateSync(path), 4],
  ['cut off in its header', (path: string) => truncateSync(path, 60), 4],
  ['cut off after its first page', (path: string) => truncateSync(path, PAGE), 4],
  ['cut off before its last page', (path: string) => truncateSync(path, statSync(path).size - PAGE), null],
  ['overwritten with zeros', (path: string) => writeFileSync(path, Buffer.alloc(statSync(path).size)), 4],
  ['overwritten with a text', (path: string) => writeFileSync(path, 'Hello'), 4],
] as const)('a plan that was %s', (_, act, edits) => {
  it('comes back from its backup', async () => {
    const { path, states } = await planWithBackup();
    act(path);
    expect(refusalOf(() => openPlanFile(path)).code).toBe('damaged');
    const { opened } = recovered(path);
    if (edits !== null) expect(opened.seq).toBe(edits);
    expect(opened).toEqual(states[opened.seq]);
  });

  it('is refused with what can be done where there is no backup, and stays as it is', async () => {
    const { path } = await planWithBackup();
    rmSync(`${path}.backup-1`);
    act(path);
    const bytes = readFileSync(path);
    const refusal = refusalOf(() => openPlanFile(path));
    expect(['document.damaged', 'document.not-a-plan']).toContain(refusal.sentence.id);
    expect(findRecovery(path)).toBeNull();
    expect(refusalOf(() => recoverDocument(path, FOUND)).sentence).toEqual({
      id: 'document.no-recovery',
      values: { file: 'Förderplan 計画.perennial' },
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(namesIn(path)).toEqual(['Förderplan 計画.perennial']);
  });
});

describe('recovering', () => {
  it('takes an older backup where the newest is damaged too', async () => {
    const { path, states } = await planWithBackup();
    const document = openPlanFile(path);
    await keepBackup(document);
    document.close();
    expect(existsSync(`${path}.backup-2`)).toBe(true);
    spoil(path, rootPage(path, 'journal'));
    expect(findRecovery(path)?.edits).toBe(10);
    spoil(`${path}.backup-1`, rootPage(`${path}.backup-1`, 'lines'));
    expect(findRecovery(path)?.edits).toBe(4);
    expect(recovered(path).opened).toEqual(states[4]);
  });

  it('does not take the backup of another plan that had this name before', async () => {
    const { path } = await planWithBackup();
    const document = makePlanFile(`${path}.new`, buildPlan({ id: 'another', years: 3 }));
    document.close();
    copyFileSync(`${path}.new`, path);
    spoil(path, rootPage(path, 'lines'));
    expect(findRecovery(path)).toBeNull();
  });

  it('never overwrites a damaged file that was kept before', async () => {
    const { path, states } = await planWithBackup();
    writeFileSync(join(dirname(path), DAMAGED), 'kept before');
    spoil(path, rootPage(path, 'amounts'));
    const damaged = readFileSync(path);
    const note = recoverDocument(path, FOUND);
    const second = 'Förderplan 計画 (damaged 2026-11-22 14.02 2).perennial';
    expect(note).toMatchObject({ values: { damaged: second } });
    expect(readFileSync(join(dirname(path), DAMAGED), 'utf8')).toBe('kept before');
    expect(readFileSync(join(dirname(path), second)).equals(damaged)).toBe(true);
    const document = openPlanFile(path);
    expect(document.opened).toEqual(states[10]);
    document.close();
  });

  it('keeps a journal with the damaged file, and away from the plan that takes its place', async () => {
    const { path, states } = await planWithBackup();
    spoil(path, rootPage(path, 'amounts'));
    writeFileSync(`${path}-journal`, 'what SQLite had left there');
    const { kept, opened } = recovered(path);
    expect(readFileSync(`${kept}-journal`, 'utf8')).toBe('what SQLite had left there');
    expect(existsSync(`${path}-journal`)).toBe(false);
    expect(opened).toEqual(states[10]);
  });

  it('mends a plan behind whose last page something else was written', async () => {
    const { path, states } = await planWithBackup();
    appendFileSync(path, Buffer.alloc(5000, 7));
    const bytes = readFileSync(path);
    const { kept, opened } = recovered(path);
    expect(readFileSync(kept)).toEqual(bytes);
    expect(opened).toEqual(states[10]);
  });

  it('leaves a plan that can be read as it is', async () => {
    const { path } = await planWithBackup();
    const bytes = readFileSync(path);
    expect(recoverDocument(path, FOUND)).toEqual({
      id: 'document.not-damaged',
      values: { file: 'Förderplan 計画.perennial' },
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is not possible while somebody else has the plan open', async () => {
    const { path } = await planWithBackup();
    const holder = await holdPlan(path);
    spoil(path, rootPage(path, 'amounts'));
    const bytes = readFileSync(path);
    const refusal = refusalOf(() => recoverDocument(path, FOUND));
    expect(refusal).toBeInstanceOf(DocumentInUse);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(existsSync(join(dirname(path), DAMAGED))).toBe(false);
    await holder.kill();
    recoverDocument(path, FOUND);
    openPlanFile(path).close();
  });

  it('gives the recovered plan the permissions of the damaged one', async () => {
    const { path } = await planWithBackup();
    chmodSync(path, 0o640);
    spoil(path, rootPage(path, 'amounts'));
    recoverDocument(path, FOUND);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });
});
