import { expect, it } from 'vitest';
import { peekDocument } from '#main/document/peek-document.ts';
import {
  prepareFile,
  setNeed,
  tamper,
  toldBy,
  toldOnOpening,
  withPlan,
} from '#tests/fixtures/hostile-file.ts';
import { readFileSync, statSync } from 'node:fs';
import { writeEdit } from '#tests/fixtures/open-plan-file.ts';

const text = (megabytes: number) => `printf('%.*c', ${megabytes}000000, 'x')`;

it.each([
  ['a title', `UPDATE plan SET title = ${text(100)}`],
  ['a line’s title', `UPDATE lines SET title = ${text(100)} WHERE id = 'l2'`],
  ['a JSON column', `UPDATE lines SET evidence = '[' || ${text(100)} WHERE id = 'l2'`],
  ['an id', `UPDATE sources SET id = ${text(100)}`],
  ['the name of the program', `UPDATE document SET made_with = ${text(100)}`],
  ['a comment', `INSERT INTO comments VALUES (1, 'c', '7', ${text(100)}, 'b', '2026-01-01', NULL, NULL)`],
  [
    'a series of a million years',
    'WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 1000000) ' +
      "INSERT INTO amounts SELECT 1, 'need', printf('%.*c', 90, 'y') || n, 1, 0 FROM n",
  ],
])('a file with %s of 100 megabytes is refused, and not changed', (_, change) => {
  const { path } = prepareFile();
  tamper(path, change);
  const { mtimeMs, size } = statSync(path);
  expect(toldOnOpening(path)).toEqual(['holds-too-much', 'holds-too-much']);
  expect(statSync(path)).toMatchObject({ mtimeMs, size });
});

it.each([
  ['an edit', 'UPDATE journal SET edit = zeroblob(500000000) WHERE seq = 1', 'step-unreadable 1'],
  ['an inverse', 'UPDATE journal SET inverse = zeroblob(500000000) WHERE seq = 1', 'step-unreadable 1'],
  ['a snapshot', 'UPDATE versions SET snapshot = zeroblob(500000000)', 'version-damaged'],
])('a file with %s of 500 megabytes opens, and says so when it is asked for that', (_, change, told) => {
  const { path } = prepareFile();
  tamper(path, change);
  const before = process.memoryUsage().rss;
  withPlan(path, (document) => {
    const all = [
      toldBy(() => document.history.changesOf(1)),
      toldBy(() => document.inverseOf(1)),
      toldBy(() => document.versions.planOf(1)),
    ];
    expect(all).toContain(told);
    writeEdit(document, document.opened, setNeed('l1', 2026, 5n));
  });
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
});

it('a change of more than 64 megabytes in one piece is refused with a sentence, and the plan stays as it was', () => {
  const { path } = prepareFile();
  const bytes = readFileSync(path);
  withPlan(path, (document) => {
    const token = readFileSync(path);
    const edit = { kind: 'set-plan', changes: { title: 'x'.repeat(70_000_000) } } as const;
    expect(toldBy(() => writeEdit(document, document.opened, edit))).toBe('too-large');
    expect(readFileSync(path).equals(token)).toBe(true);
    writeEdit(document, document.opened, { kind: 'set-plan', changes: { title: 'short' } });
  });
  expect(bytes.length).toBeGreaterThan(0);
  expect(withPlan(path, ({ opened }) => opened.plan.title)).toBe('short');
});

it('of a title of 50 megabytes the beginning stands in a list of plans', () => {
  const { path } = prepareFile();
  tamper(path, `UPDATE plan SET title = ${text(50)}`);
  expect(peekDocument(path)?.title).toBe('x'.repeat(500));
});
