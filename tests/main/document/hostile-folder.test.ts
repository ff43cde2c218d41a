import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createDocument } from '#main/document/create-document.ts';
import { peekDocument } from '#main/document/peek-document.ts';
import { findRecovery } from '#main/document/recovery.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import {
  makePipe,
  prepareFile,
  setNeed,
  tamper,
  toldBy,
  toldOnOpening,
  treeBeside,
  treeOf,
  withPlan,
} from '#tests/fixtures/hostile-file.ts';
import { NOW, openPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { buildOlderFile } from '#tests/fixtures/plan-files.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

/** The journal of a commit in the middle, with which SQLite would undo it, and the file as the commit left it. */
function halfACommit(path: string): { readonly journal: Buffer; readonly file: Buffer } {
  const db = new DatabaseSync(path);
  // With hardly a cache the pages go to the disk before the commit does.
  db.exec('PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN');
  db.exec(
    "UPDATE plan SET title = 'half'; UPDATE lines SET title = 'half'; UPDATE amounts SET minor = minor + 1",
  );
  const found = { journal: readFileSync(`${path}-journal`), file: readFileSync(path) };
  db.exec('ROLLBACK');
  db.close();
  return found;
}

/** Names another journal as the one that decides over several files: SQLite deletes that one when it is done. */
function naming(journal: Buffer, other: string): Buffer {
  const name = Buffer.from(other);
  const end = Buffer.alloc(16);
  end.writeUInt32BE(name.length, 0);
  // The sum of its bytes as the C type that holds them: signed on the processors that this runs on.
  end.writeInt32BE(
    Int8Array.from(name).reduce((sum, byte) => sum + byte, 0),
    4,
  );
  Buffer.from('d9d505f920a163d7', 'hex').copy(end, 8);
  const page = Buffer.alloc(4);
  page.writeUInt32BE(0x40000000 / 4096 + 1, 0);
  return Buffer.concat([journal, page, name, end]);
}

describe('a journal beside a plan', () => {
  it('of a commit that was cut short is taken back, and nothing else is', () => {
    const prepared = prepareFile();
    const good = readFileSync(prepared.path);
    const { journal, file } = halfACommit(prepared.path);
    expect(file.equals(good)).toBe(false);
    writeFileSync(prepared.path, file);
    writeFileSync(`${prepared.path}-journal`, journal);
    const beside = treeBeside(prepared);
    expect(withPlan(prepared.path, ({ opened }) => opened.plan.title)).toBe('Example');
    expect(existsSync(`${prepared.path}-journal`)).toBe(false);
    expect(treeBeside(prepared)).toEqual(beside);
  });

  it.each([
    ['another plan', 40],
    ['the plan as it was before', 0],
  ])('of %s is not written into it', (_, more) => {
    const prepared = prepareFile();
    const other = prepareFile();
    if (more === 0) copyFileSync(prepared.path, other.path);
    const { journal } = halfACommit(other.path);
    const grown = more === 0 ? prepared.path : other.path;
    withPlan(grown, (document) => {
      let state = document.opened;
      for (let step = 0; step < 40; step += 1)
        state = writeEdit(document, state, setNeed('l1', 2026, BigInt(step)));
    });
    writeFileSync(`${prepared.path}-journal`, more === 0 ? journal : halfACommit(other.path).journal);
    const before = treeOf(prepared.root);
    expect(toldOnOpening(prepared.path)).toEqual(['foreign-journal', 'foreign-journal']);
    expect(treeOf(prepared.root)).toEqual(before);
    rmSync(`${prepared.path}-journal`);
    expect(toldOnOpening(prepared.path)).toEqual(['nothing', 'nothing']);
  });

  it('that is no journal is left where it is, or taken for none, and the plan opens as it is', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(4096),
      Buffer.from('no journal at all'),
      Buffer.alloc(600, 0xff),
    ]) {
      const prepared = prepareFile();
      writeFileSync(`${prepared.path}-journal`, bytes);
      const beside = treeBeside(prepared);
      expect(withPlan(prepared.path, ({ opened }) => opened.seq)).toBe(3);
      expect(treeBeside(prepared)).toEqual(beside);
    }
  });

  it('that names a file elsewhere, as one that SQLite deletes when it is done, is not followed', () => {
    const prepared = prepareFile();
    const { journal } = halfACommit(prepared.path);
    const bait = naming(journal, prepared.precious);
    writeFileSync(`${prepared.path}-journal`, bait);
    const before = treeOf(prepared.root);
    expect(toldOnOpening(prepared.path)).toEqual(['foreign-journal', 'foreign-journal']);
    peekDocument(prepared.path);
    findRecovery(prepared.path);
    expect(treeOf(prepared.root)).toEqual(before);
  });

  it.each(['-journal', '-wal', '-shm'])('as %s that is a link or a folder is not touched', (ending) => {
    const told = ending === '-journal' ? 'foreign-journal' : 'wrong-mode';
    for (const make of [
      (path: string, precious: string) => symlinkSync(precious, path),
      (path: string) => symlinkSync('/dev/zero', path),
      (path: string) => symlinkSync('nowhere', path),
      (path: string) => mkdirSync(path),
      makePipe,
    ]) {
      const prepared = prepareFile();
      make(`${prepared.path}${ending}`, prepared.precious);
      const before = treeOf(prepared.root);
      expect(toldOnOpening(prepared.path)).toEqual([told, told]);
      expect(peekDocument(prepared.path)).toBeNull();
      expect(treeOf(prepared.root)).toEqual(before);
    }
  });
});

describe('what has the name of a plan', () => {
  it('and is no file is refused at once', () => {
    const folder = tempFolder();
    const path = (name: string) => join(folder, `${name}.perennial`);
    mkdirSync(path('folder'));
    makePipe(path('pipe'));
    symlinkSync('/dev/zero', path('endless'));
    symlinkSync('nowhere', path('dangling'));
    symlinkSync(path('loop'), path('loop'));
    writeFileSync(path('empty'), '');
    const told: Record<string, string> = {};
    for (const name of readdirSync(folder))
      told[name.replace('.perennial', '')] = toldOnOpening(join(folder, name)).join(', ');
    expect(told).toEqual({
      folder: 'not-a-plan, not-a-plan',
      pipe: 'not-a-plan, not-a-plan',
      endless: 'not-a-plan, not-a-plan',
      dangling: 'not-found, not-found',
      loop: 'not-found, not-found',
      empty: 'not-a-plan, not-a-plan',
    });
    for (const name of readdirSync(folder)) expect(peekDocument(join(folder, name))).toBeNull();
  });

  it('and goes on for 50 gigabytes behind its last page is refused before anything is written', () => {
    const { path } = prepareFile();
    truncateSync(path, 50e9);
    expect(toldBy(() => openPlanFile(path).close())).toBe('damaged');
    expect(readdirSync(dirname(path))).toEqual(['plan.perennial']);
  });
});

describe('a folder that was prepared', () => {
  /** Gives names that the program itself writes to links that lead to the precious file. */
  function setTraps(folder: string, names: readonly string[], precious: string): void {
    for (const name of names) symlinkSync(precious, join(folder, name));
  }

  it('has nothing written through links in the place of backups, kept originals and unfinished files', () => {
    const prepared = prepareFile();
    const { folder, path, precious } = prepared;
    setTraps(
      folder,
      ['backup-1', 'backup-2', 'backup-3', 'version-1'].map((end) => `plan.perennial.${end}`),
      precious,
    );
    const unfinished = `plan.perennial.${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.tmp`;
    setTraps(folder, [unfinished, `${unfinished}-journal`], precious);
    withPlan(path, (document) => {
      expect(document.info().backups).toEqual([]);
      let state = document.opened;
      for (let step = 1n; step <= 3n; step += 1n) {
        state = writeEdit(document, state, setNeed('l1', 2026, step));
        expect(document.backups?.writeNow()).toBe('written');
      }
      expect(document.info().backups.map(({ edits }) => edits)).toEqual([6, 5, 4]);
    });
    expect(readFileSync(precious, 'utf8')).toBe('precious');
    expect(lstatSync(join(folder, unfinished)).isSymbolicLink()).toBe(true);
  });

  it('keeps the original of an older plan apart from links that have its name', () => {
    const prepared = prepareFile();
    const { folder, path, precious } = prepared;
    rmSync(path);
    buildOlderFile(path, 1);
    const original = readFileSync(path);
    setTraps(folder, ['plan.perennial.version-1'], precious);
    symlinkSync(path, `${path}.version-1.2`);
    withPlan(path, ({ notes }) => expect(notes[0]?.id).toBe('document.brought-up-to-date'));
    expect(readFileSync(`${path}.version-1.3`).equals(original)).toBe(true);
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });

  it('has no lock written through a link: it is asked about, and taking over replaces the link', () => {
    const { folder, path, precious } = prepareFile();
    setTraps(folder, ['plan.perennial.lock'], precious);
    expect(toldBy(() => openPlanFile(path).close())).toBe('in-use-unknown');
    expect(lstatSync(`${path}.lock`).isSymbolicLink()).toBe(true);
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });

  it('has a link replaced, and not what it leads to, where a plan is saved under its name', () => {
    const { folder, path, precious } = prepareFile();
    setTraps(folder, ['copy.perennial', 'new.perennial'], precious);
    withPlan(path, (document) => {
      expect(toldBy(() => document.copyTo(join(folder, 'copy.perennial'), false))).toBe('file-exists');
      document.copyTo(join(folder, 'copy.perennial'), true);
    });
    const creation = { now: NOW, version: '0.1.0', replace: true };
    createDocument(join(folder, 'new.perennial'), buildPlan({ years: 1 }), creation);
    expect(toldOnOpening(join(folder, 'copy.perennial'))).toEqual(['nothing', 'nothing']);
    expect(toldOnOpening(join(folder, 'new.perennial'))).toEqual(['nothing', 'nothing']);
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });

  it('cannot keep a plan busy with backups that never answer', () => {
    const { path } = prepareFile();
    const backup = `${path}.backup-1`;
    copyFileSync(path, backup);
    tamper(
      backup,
      'ALTER TABLE document RENAME TO d; CREATE VIEW document AS WITH RECURSIVE people (n) AS ' +
        '(SELECT 1 UNION ALL SELECT n + 1 FROM people) SELECT sum(n) AS seq, 1 AS hash FROM people',
    );
    withPlan(path, (document) => {
      expect(document.info().backups).toEqual([]);
      writeEdit(document, document.opened, setNeed('l1', 2026, 1n));
      expect(document.backups?.writeNow()).toBe('written');
    });
    tamper(path, 'DELETE FROM plan');
    rmSync(`${path}.backup-1`);
    expect(findRecovery(path)).toBeNull();
  });
});
