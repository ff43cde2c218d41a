import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { peekDocument } from '#main/document/peek-document.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

function makeFile(): string {
  const path = join(tempFolder(), 'Größe 計画.perennial');
  const document = makePlanFile(path, buildPlan({ years: 2, title: 'Before' }));
  writeEdit(document, document.opened, { kind: 'set-plan', changes: { title: 'Größe 計画' } });
  document.close();
  return path;
}

const SEEN = { title: 'Größe 計画', edits: 1, changedAt: '2026-11-22T10:00:00.000Z' };

describe('a look at a plan file that is not opened', () => {
  it('tells title, edits and the last change, and leaves nothing behind', () => {
    const path = makeFile();
    const [before, beside] = [readFileSync(path), readdirSync(join(path, '..'))];
    expect(peekDocument(path)).toEqual(SEEN);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(beside);
  });

  it('sees a plan that was left in the middle of a commit', () => {
    const path = makeFile();
    const torn = join(tempFolder(), 'torn.perennial');
    const db = new DatabaseSync(path);
    // Pages that do not fit the cache go to the file before the commit, with a journal that could take them back.
    db.exec('PRAGMA cache_size = 1; BEGIN');
    db.exec(
      'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) ' +
        "INSERT INTO years SELECT 'x' || i, i FROM n",
    );
    copyFileSync(path, torn);
    copyFileSync(`${path}-journal`, `${torn}-journal`);
    db.exec('ROLLBACK');
    db.close();
    expect(peekDocument(torn)?.title).toBe('Größe 計画');
  });

  it.each([
    ['cut off', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 3000))],
    ['not a plan', (path: string) => writeFileSync(path, 'title\nMine')],
    [
      'of a newer program',
      (path: string) => {
        const db = new DatabaseSync(path);
        db.exec('PRAGMA user_version = 99');
        db.close();
      },
    ],
    [
      'one with a view in place of its table',
      (path: string) => {
        const db = new DatabaseSync(path);
        db.exec(
          "DROP TABLE plan; CREATE VIEW plan AS WITH RECURSIVE n(title) AS (SELECT 'x' UNION ALL SELECT title FROM n) SELECT title FROM n WHERE title = 'y'",
        );
        db.close();
      },
    ],
    ['one with a folder for a journal', (path: string) => mkdirSync(`${path}-journal`)],
  ])('sees nothing in a file that is %s', (_, spoil) => {
    const path = makeFile();
    spoil(path);
    expect(peekDocument(path)).toBeNull();
  });

  it('sees nothing where there is no file', () => {
    expect(peekDocument(join(tempFolder(), 'none.perennial'))).toBeNull();
  });
});
