import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openDatabase } from '#main/document/database.ts';
import { peekDocument } from '#main/document/peek-document.ts';
import { findRecovery } from '#main/document/recovery.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from '#main/document/schema.ts';
import { prepareFile, tamper, toldOnOpening, treeOf } from '#tests/fixtures/hostile-file.ts';

const STEAL = "BEGIN UPDATE plan SET title = 'stolen'; END";
/** Answers nothing, and never comes to an end of it. */
const ENDLESS = 'WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n) SELECT';

/** Changes the text of the tables as it stands in the file, unseen by SQLite's own rules. */
const rewrite = (set: string, where: string) =>
  `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET ${set} WHERE ${where}`;

/** Puts something else in the place of a table, with the same columns. */
const replaceBy = (table: string, made: string) => `ALTER TABLE ${table} RENAME TO old_${table}; ${made}`;

it.each([
  ['a trigger on the journal', `CREATE TRIGGER t AFTER INSERT ON journal ${STEAL}`],
  ['a trigger on versions', `CREATE TRIGGER t BEFORE UPDATE ON versions ${STEAL}`],
  ['a trigger with the name of a temporary one', `CREATE TRIGGER "temp.t" AFTER UPDATE ON document ${STEAL}`],
  [
    'a trigger with the name of a part of our own query',
    `CREATE TRIGGER people AFTER UPDATE ON plan ${STEAL}`,
  ],
  [
    'a view with triggers in the place of a table',
    replaceBy(
      'journal',
      `CREATE VIEW journal AS SELECT * FROM old_journal; CREATE TRIGGER t INSTEAD OF INSERT ON journal ${STEAL}`,
    ),
  ],
  [
    'a view that never ends in the place of the plan',
    replaceBy('plan', `CREATE VIEW plan AS ${ENDLESS} n AS id, n AS title FROM n`),
  ],
  [
    'a view that never ends in the place of the document',
    replaceBy('document', `CREATE VIEW document AS ${ENDLESS} n AS seq, n AS hash FROM n`),
  ],
  ['a table more', 'CREATE TABLE sqlitestudio_temp (a)'],
  ['an index more', 'CREATE INDEX i ON lines (title)'],
  ['an index with an expression', 'CREATE INDEX i ON lines (upper(title))'],
  ['statistics, which steer how rows are found', 'ANALYZE'],
  ['a generated column', 'ALTER TABLE lines ADD COLUMN g TEXT AS (upper(title)) VIRTUAL'],
  ['a column more', 'ALTER TABLE lines ADD COLUMN more TEXT'],
  ['a table in SQLite’s own text search', 'CREATE VIRTUAL TABLE f USING fts5 (a)'],
  ['a table that reads the pages', 'CREATE VIRTUAL TABLE f USING dbstat'],
  [
    'a check that calls a function',
    rewrite("sql = replace(sql, 'seq >= 0', 'abs(seq) >= 0')", "name = 'document'"),
  ],
  [
    'a default that calls a function',
    rewrite(
      "sql = replace(sql, 'note TEXT NOT NULL', 'note TEXT NOT NULL DEFAULT (hex(randomblob(9)))')",
      "name = 'versions'",
    ),
  ],
  [
    'a column of another type',
    rewrite("sql = replace(sql, 'minor INTEGER', 'minor ANY')", "name = 'amounts'"),
  ],
  ['a table that is not strict', rewrite("sql = replace(sql, ') STRICT', ')')", "name = 'imports'")],
  [
    'a foreign key that deletes',
    rewrite(
      "sql = replace(sql, 'undone_by INTEGER REFERENCES journal (seq)', 'undone_by INTEGER REFERENCES journal (seq) ON DELETE CASCADE')",
      "name = 'journal'",
    ),
  ],
  [
    'a comment among the columns',
    rewrite("sql = replace(sql, 'seq INTEGER', '/* */ seq INTEGER')", "name = 'journal'"),
  ],
  ['an index that leaves rows out', rewrite("sql = sql || ' AND seq > 9'", "name = 'journal_open'")],
  ['no index where there must be one', 'DROP INDEX journal_people'],
  ['no table where there must be one', 'DROP TABLE provenance'],
  ['a version that never was', 'PRAGMA user_version = 0'],
  ['the tables of another version', 'PRAGMA user_version = 1'],
])('a file with %s is refused, and runs nothing', (_, change) => {
  const prepared = prepareFile();
  tamper(prepared.path, change);
  const before = treeOf(prepared.root);
  expect(toldOnOpening(prepared.path)).toEqual(['changed-structure', 'changed-structure']);
  expect(peekDocument(prepared.path)).toBeNull();
  expect(findRecovery(prepared.path)).toBeNull();
  expect(treeOf(prepared.root)).toEqual(before);
});

it.each([
  [
    'a table that takes the name of SQLite’s own',
    "name = 'sqlite_schema', tbl_name = 'sqlite_schema', sql = replace(sql, 'imports', 'sqlite_schema')",
  ],
  ['a text that is no table', "sql = 'CREATE TABLE imports AS SELECT 1'"],
  ['a text that does not end', "sql = 'CREATE TABLE imports ('"],
  ['two tables on one page', "rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'lines')"],
  ['a page that is not there', 'rootpage = 100000'],
])('a file with %s counts as damaged', (_, set) => {
  const prepared = prepareFile();
  tamper(prepared.path, rewrite(set, "name = 'imports'"));
  const before = treeOf(prepared.root);
  expect(toldOnOpening(prepared.path)).toEqual(['damaged', 'damaged']);
  expect(findRecovery(prepared.path)).toBeNull();
  expect(treeOf(prepared.root)).toEqual(before);
});

it.each([
  ['no identity', 'PRAGMA application_id = 0', 'not-a-plan'],
  ['a negative identity', 'PRAGMA application_id = -1', 'not-a-plan'],
  ['a negative version', 'PRAGMA user_version = -1', 'newer-version'],
  ['the highest version', 'PRAGMA user_version = 2147483647', 'newer-version'],
  ['a write-ahead log', 'PRAGMA journal_mode = WAL', 'wrong-mode'],
])('a header with %s is refused before SQLite looks at the file', (_, change, told) => {
  const prepared = prepareFile();
  tamper(prepared.path, change);
  const before = treeOf(prepared.root);
  expect(toldOnOpening(prepared.path)).toEqual([told, told]);
  expect(treeOf(prepared.root)).toEqual(before);
});

it.each([
  ['a mode of writing that nobody knows', 18, 3],
  ['a mode of reading that nobody knows', 19, 3],
  ['a page size that is none', 16, 7],
  ['a payload fraction that is none', 21, 1],
  ['a table format that nobody knows', 47, 9],
])('a header with %s counts as damaged', (_, at, byte) => {
  const prepared = prepareFile();
  const bytes = readFileSync(prepared.path);
  bytes[at] = byte;
  writeFileSync(prepared.path, bytes);
  const before = treeOf(prepared.root);
  expect(toldOnOpening(prepared.path)).toEqual(['damaged', 'damaged']);
  expect(treeOf(prepared.root)).toEqual(before);
});

it('a file whose texts are not UTF-8 is refused', () => {
  const prepared = prepareFile();
  const source = new DatabaseSync(prepared.path);
  const wide = `${prepared.path.replace('plan.', 'wide.')}`;
  tamper(wide, (db) => {
    db.exec(`PRAGMA encoding = 'UTF-16le'; ${SCHEMA}`);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
    for (const { name } of source.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all())
      for (const row of source.prepare(`SELECT * FROM ${String(name)}`).all()) {
        const values = Object.values(row);
        db.prepare(`INSERT INTO ${String(name)} VALUES (${values.map(() => '?').join()})`).run(...values);
      }
  });
  source.close();
  expect(toldOnOpening(wide)).toEqual(['changed-structure', 'changed-structure']);
});

it.each([
  ['pages of 512 bytes', 'PRAGMA page_size = 512; VACUUM'],
  ['pages of 64 kilobytes', 'PRAGMA page_size = 65536; VACUUM'],
  ['pages that are given back', 'PRAGMA auto_vacuum = FULL; VACUUM'],
  ['another size of cache', 'PRAGMA default_cache_size = -2147483648'],
])('a file with %s is as good as any', (_, change) => {
  const { path } = prepareFile();
  tamper(path, change);
  expect(toldOnOpening(path)).toEqual(['nothing', 'nothing']);
});

it('no trigger and no view has a say, even where nobody looked at the tables before', () => {
  const { path } = prepareFile();
  tamper(path, `CREATE TRIGGER t AFTER UPDATE ON document ${STEAL}; CREATE VIEW v AS ${ENDLESS} n FROM n`);
  const db = openDatabase(path, false);
  expect(() => db.exec('UPDATE document SET writer = NULL')).toThrow();
  expect(() => db.prepare('SELECT * FROM v').get()).toThrow();
  expect(db.prepare('SELECT title FROM plan').get()).toEqual({ title: 'Example' });
  db.close();
});
