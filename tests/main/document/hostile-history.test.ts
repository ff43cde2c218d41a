import { deflateRawSync, deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { encodeWire } from '#shared/api/wire.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import type { PlanDocument } from '#main/document/document.ts';
import { prepareFile, setNeed, tamper, toldBy, withPlan } from '#tests/fixtures/hostile-file.ts';
import { writeEdit } from '#tests/fixtures/open-plan-file.ts';

const EVERYTHING = { filter: { line: null, source: null, who: null, cell: null }, before: null, limit: 50 };
const ofLine = (line: string) => ({ ...EVERYTHING, filter: { ...EVERYTHING.filter, line } });
/** The wire's form of a list, deflated, that holds this many small lists. */
const lists = (count: number) => `[${'[],'.repeat(count)}[]]`;
const MEGABYTE = 1024 * 1024;

/** What a person is told who opens a plan, looks at everything that it tells of its past, and goes on working. */
function askedForAll(document: PlanDocument): Readonly<Record<string, string>> {
  const { history, versions } = document;
  return {
    history: toldBy(() => history.page(EVERYTHING)),
    'history of a line': toldBy(() => history.page(ofLine('l1'))),
    'a step': toldBy(() => history.changesOf(1)),
    undo: toldBy(() => document.inverseOf(document.openSteps().undo?.seq ?? 2)),
    name: toldBy(() => history.nameOf('line', 'gone')),
    'a version': toldBy(() => versions.planOf(1)),
    versions: toldBy(() => versions.list()),
    'where from': toldBy(() => document.findProvenance(originOfEdit(3) + 1)),
    'an edit': toldBy(() => writeEdit(document, document.opened, setNeed('l1', 2026, 77n))),
  };
}

/** What is told apart from nothing, once the file was changed so. */
function toldAfter(change: Parameters<typeof tamper>[1]): Readonly<Record<string, string>> {
  const { path } = prepareFile();
  tamper(path, change);
  const told = withPlan(path, askedForAll);
  return Object.fromEntries(Object.entries(told).filter(([, what]) => what !== 'nothing'));
}

const UNREADABLE = {
  'a step': 'step-unreadable 1',
  undo: 'step-unreadable 3',
};

it.each([
  ['a stream of 300 megabytes of zeros', deflateRawSync(Buffer.alloc(300 * MEGABYTE))],
  ['a stream of 40 million lists', deflateRawSync(Buffer.from(lists(40_000_000)))],
  ['JSON that is 10,000 deep', deflateRawSync(Buffer.from(`${'['.repeat(10_000)}${']'.repeat(10_000)}`))],
  ['an edit that no schema knows', deflateRawSync(Buffer.from(encodeWire({ kind: 'run', command: 'x' })))],
  [
    'an edit with a key of every object',
    deflateRawSync(Buffer.from('{"kind":"set-plan","changes":{"__proto__":{"title":"x"}}}')),
  ],
  [
    'an edit in which nearly everything is wrong',
    deflateRawSync(Buffer.from(`{"kind":"set-amounts","blocks":${lists(200_000)}}`)),
  ],
  ['a stream that ends too soon', deflateRawSync(Buffer.from('{"kind":"set-plan"}')).subarray(0, 5)],
  ['no stream at all', Buffer.from('{"kind":"set-plan"}')],
  ['nothing', Buffer.alloc(0)],
])('steps that pack %s are told of by their summary, and undo nothing', (_, packed) => {
  const before = process.memoryUsage().rss;
  expect(
    toldAfter((db) => db.prepare('UPDATE journal SET edit = ?, inverse = ?').run(packed, packed)),
  ).toEqual(UNREADABLE);
  expect(process.memoryUsage().rss - before).toBeLessThan(1500 * MEGABYTE);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

it('steps without a readable edit or summary are named, and the plan can be worked on', () => {
  const told = toldAfter("UPDATE journal SET edit = x'00', inverse = x'00', summary = '[]'");
  expect(told).toEqual({
    ...UNREADABLE,
    history: 'step-unreadable 3',
    'history of a line': 'step-unreadable 1',
  });
});

it.each([
  ['of no JSON', '{'],
  ['of another shape', '[]'],
  ['with a negative count', '{"count":-1,"changes":[]}'],
  ['with a count that no number holds', '{"count":1e300,"changes":[]}'],
  ['that counts less than it holds', '{"count":{"~n":"3"},"changes":[]}'],
  ['with a change that nobody knows', '{"count":1,"changes":[{"kind":"script","run":"x"}]}'],
  ['with an amount as text', '{"count":1,"changes":[{"kind":"amount","minor":"1"}]}'],
  ['of 200,000 lists', `{"count":1,"changes":${lists(200_000)}}`],
  ['that is deep', '['.repeat(10_000)],
  ['of 100 megabytes', `{"count":1,"changes":[],"x":"${'x'.repeat(60 * MEGABYTE)}"}`],
])('a summary %s is not believed: the step’s own edit is read', (_, summary) => {
  const { path } = prepareFile();
  tamper(path, (db) => db.prepare('UPDATE journal SET summary = ? WHERE seq = 2').run(summary));
  withPlan(path, ({ history }) => {
    const { steps } = history.page(EVERYTHING);
    expect(steps.map(({ seq, count }) => [seq, count])).toEqual([
      [3, 1],
      [2, 1],
      [1, 1],
    ]);
    expect(steps[1]?.changes).toEqual(history.changesOf(2));
  });
});

it.each([
  ['a stream of 300 megabytes of zeros', deflateRawSync(Buffer.alloc(300 * MEGABYTE))],
  [
    'a list in which everything is wrong',
    deflateRawSync(Buffer.from(`{"count":1,"changes":${lists(200_000)}}`)),
  ],
  ['no stream at all', Buffer.from('{}')],
  ['500 megabytes', Buffer.alloc(0)],
])('rows of the journal that pack %s are not believed: the step’s own edit is read', (what, packed) => {
  const { path } = prepareFile();
  tamper(path, (db) => {
    const value = what === '500 megabytes' ? 'zeroblob(500000000)' : '?';
    db.prepare(`UPDATE journal_rows SET changes = ${value} WHERE id = 'l1'`).run(
      ...(value === '?' ? [packed] : []),
    );
    db.exec("UPDATE journal SET summary = ''");
  });
  withPlan(path, ({ history }) => {
    expect(history.page(ofLine('l1')).steps.map(({ seq, changes }) => [seq, changes])).toEqual([
      [1, history.changesOf(1)],
    ]);
  });
});

it('rows of the journal that name what a step did not change find nothing', () => {
  const { path } = prepareFile();
  tamper(
    path,
    "INSERT INTO journal_rows (kind, id, seq) VALUES ('line', 'gone', 1), ('line', 'gone', 77), ('line', 'l1', 3), ('line', 'l1', 4)",
  );
  withPlan(path, (document) => {
    const { history } = document;
    expect(history.page(ofLine('gone')).steps).toEqual([]);
    expect(history.page(ofLine('l1')).steps.map(({ seq }) => seq)).toEqual([1]);
    expect(history.nameOf('line', 'gone')).toBeNull();
    // The row of the step to come is there already.
    writeEdit(document, document.opened, setNeed('l1', 2026, 7n));
    expect(history.page(ofLine('l1')).steps.map(({ seq }) => seq)).toEqual([4, 1]);
  });
});

it('years that are none are left out of what a step changed', () => {
  expect(toldAfter("UPDATE journal SET years_before = '2026 ../x 2027 99999 later'")).toEqual({});
});

it('a time that is none makes a step unreadable', () => {
  expect(toldAfter("UPDATE journal SET at = '<now>' WHERE seq = 2")).toEqual({
    history: 'step-unreadable 2',
  });
});

it('of names and labels that never end the beginning is told, and a kind that nobody knows is one', () => {
  const { path } = prepareFile();
  tamper(
    path,
    "UPDATE journal SET who = printf('%.*c', 30000000, 'w'), label = printf('%.*c', 30000000, 'l'), kind = 'rm -rf'",
  );
  withPlan(path, (document) => {
    const { steps, people } = document.history.page(EVERYTHING);
    expect(steps.map(({ who, label, kind }) => [who.length, label.length, kind])).toEqual(
      Array(3).fill([500, 500, 'rm -rf']),
    );
    expect(people).toEqual(['w'.repeat(500)]);
    expect(document.openSteps().undo?.label).toBe('l'.repeat(500));
  });
});

it('more people than ever worked on a plan are told of in part', () => {
  const { path } = prepareFile();
  tamper(
    path,
    'PRAGMA recursive_triggers = OFF; WITH RECURSIVE n (n) AS (SELECT 4 UNION ALL SELECT n + 1 FROM n WHERE n < 2000) ' +
      "INSERT INTO journal SELECT n, at, CAST(x'ff' AS TEXT) || n, action, kind, label, hash, NULL, NULL, NULL, summary, edit, inverse " +
      'FROM n, journal WHERE seq = 3; UPDATE document SET seq = 2000',
  );
  expect(withPlan(path, ({ history }) => history.page(EVERYTHING).people.length)).toBe(500);
});

const version = (set: string) => `UPDATE versions SET ${set}`;
it.each([
  [
    'a negative step',
    version('seq = -1'),
    { 'a version': 'not-valid versions.1', versions: 'not-valid versions.1' },
  ],
  ['an empty snapshot', version("snapshot = x''"), { 'a version': 'version-damaged' }],
  ['a snapshot that is none', version("snapshot = x'789c'"), { 'a version': 'version-damaged' }],
])('a version with %s is told of', (_, change, told) => {
  expect(toldAfter(change)).toEqual(told);
});

it.each([
  ['500 megabytes of zeros', Buffer.alloc(500 * MEGABYTE)],
  ['lists in the place of a header', snapshotOf(lists(20_000_000))],
  ['a header in which nearly everything is wrong', snapshotOf(`{"lines":${lists(200_000)}}`)],
])('a version that packs %s is told of, within bounds', (_, bytes) => {
  const packed = deflateSync(bytes);
  const before = process.memoryUsage().rss;
  expect(toldAfter((db) => db.prepare('UPDATE versions SET snapshot = ?').run(packed))).toEqual({
    'a version': 'version-damaged',
  });
  expect(process.memoryUsage().rss - before).toBeLessThan(1500 * MEGABYTE);
});

function snapshotOf(header: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return Buffer.concat([length, Buffer.from(header)]);
}

it('a value without an import, or an import without values, is of unknown origin', () => {
  const { path } = prepareFile();
  tamper(path, "DELETE FROM imports; INSERT INTO provenance VALUES (5, 3, 's', 'c', 'r', 'u')");
  withPlan(path, (document) => {
    expect(document.findProvenance(originOfEdit(3) + 1)).toBeNull();
    expect(document.findProvenance(5)).toBeNull();
  });
});
