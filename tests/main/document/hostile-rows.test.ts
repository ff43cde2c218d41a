import { expect, it } from 'vitest';
import { prepareFile, tamper, toldOnOpening, treeOf, withPlan } from '#tests/fixtures/hostile-file.ts';

const COLUMNS =
  'title, place, currency, locale, as_of, calendar, price_basis, price_index, bridging_reserve, profile, thresholds, ' +
  'assumptions, objectives, places, themes, reviews, exchanges, outturn, holds, virements, stated_totals';

/** Without the checks of the tables, which a tampered file need not have kept. */
const unchecked = (change: string) => `PRAGMA ignore_check_constraints = ON; ${change}`;

it.each([
  ['no document row', 'DELETE FROM document', 'document'],
  ['a step that is too high to count', 'UPDATE document SET seq = 9223372036854775807', 'document'],
  ['a step whose values could have no origin', 'UPDATE document SET seq = 2147483647', 'document'],
  ['a hash that is none', "UPDATE document SET hash = 'x'", 'document'],
  ['a long hash', "UPDATE document SET hash = printf('%.*c', 100000, 'a')", 'document'],
  ['no time of its making', "UPDATE document SET made_at = 'yesterday'", 'document'],
  ['a long name of its maker', "UPDATE document SET made_with = printf('%.*c', 100000, 'a')", 'document'],
  ['a hash that is not that of its last step', "UPDATE document SET hash = '0123456789abcdef'", 'journal'],
  ['fewer steps than its journal', 'UPDATE document SET seq = 2', 'journal'],
  ['more steps than its journal', 'UPDATE document SET seq = 4', 'journal'],
  ['steps below the first', 'UPDATE journal SET seq = -seq WHERE seq < 3', 'journal'],
  ['a step zero', 'UPDATE journal SET seq = 0 WHERE seq = 1', 'journal'],
  [
    'steps that take each other back',
    'UPDATE journal SET undoes = 2, undone_by = 2 WHERE seq > 1',
    'journal',
  ],
  ['a step that takes back a later one', 'UPDATE journal SET undoes = 3 WHERE seq = 1', 'journal'],
  ['a step that takes back itself', 'UPDATE journal SET undoes = 2 WHERE seq = 2', 'journal'],
  ['a step taken back by one to come', 'UPDATE journal SET undone_by = 9 WHERE seq = 1', 'journal'],
  ['a step taken back before it was done', 'UPDATE journal SET undone_by = -5', 'journal'],
  ['an import to come', "INSERT INTO imports VALUES (4, 'f', 's')", 'imports'],
  ['an import before all', "INSERT INTO imports VALUES (-4, 'f', 's')", 'imports'],
  ['an origin to come', "INSERT INTO provenance VALUES (16777217, 3, 's', 'c', 'r', 'u')", 'provenance'],
  ['a negative origin', "INSERT INTO provenance VALUES (-1, 3, 's', 'c', 'r', 'u')", 'provenance'],
  [
    'two document rows',
    unchecked('INSERT INTO document SELECT 2, seq, hash, writer, made_at, made_with FROM document'),
    'document',
  ],
  ['a negative number of steps', unchecked('UPDATE document SET seq = -1'), 'document'],
  ['a step of no known kind', unchecked("UPDATE journal SET action = 'run' WHERE seq = 2"), 'journal'],
  ['an amount beyond what a plan holds', unchecked('UPDATE amounts SET minor = 1000000000000000'), 'amounts'],
  [
    'an amount below what a plan holds',
    unchecked('UPDATE amounts SET minor = -9223372036854775807 - 1'),
    'amounts',
  ],
  ['a negative origin of an amount', unchecked('UPDATE amounts SET origin = -1'), 'amounts'],
  [
    'an amount of no known measure',
    unchecked("UPDATE amounts SET measure = 'gift' WHERE measure = 'award'"),
    'amounts',
  ],
  ['a certainty that is none', unchecked('UPDATE certainty SET level = 7'), 'certainty'],
  [
    'a flag that is neither yes nor no',
    unchecked("UPDATE lines SET is_evaluation = 5 WHERE id = 'l2'"),
    'lines.l2',
  ],
  ['no plan row', 'DELETE FROM plan', 'plan'],
  ['two plans', `INSERT INTO plan (id, ${COLUMNS}) SELECT 'p2', ${COLUMNS} FROM plan`, 'plan'],
  ['a plan without an id', "UPDATE plan SET id = ''", 'plan'],
  ['a currency that is none', "UPDATE plan SET currency = 'ZZZ'", 'plan'],
  ['a locale that is none', "UPDATE plan SET locale = 'no locale'", 'plan'],
  ['a day that is none', "UPDATE plan SET as_of = '2026-02-30'", 'plan'],
  ['a profile that is none', "UPDATE plan SET profile = '../../etc'", 'plan'],
  ['a missing year', "DELETE FROM years WHERE year = '2027'", 'years'],
  ['a year beyond the others', "INSERT INTO years VALUES ('2035', 9)", 'years'],
  ['a year that is none', "INSERT INTO years VALUES ('2029 ', 9)", 'years'],
  ['years in no order', 'UPDATE years SET rank = -rank', 'years'],
  ['no years', 'DELETE FROM years', 'years'],
  ['an amount of no year', "UPDATE amounts SET year = '2026;2027 5 0' WHERE year = '2026'", 'amounts'],
  [
    'an amount of a year with a NUL',
    "UPDATE amounts SET year = '2026' || char(0) WHERE year = '2026'",
    'amounts',
  ],
  ['an origin that no number holds', 'UPDATE amounts SET origin = 9223372036854775807', 'amounts'],
  ['a line without an id', "UPDATE lines SET id = '' WHERE id = 'l1'", 'lines.'],
  ['a line behind the last rank', "UPDATE lines SET rank = 9223372036854775807 WHERE id = 'l2'", 'lines.l2'],
  ['a source before the first rank', 'UPDATE sources SET rank = -9223372036854775808', 'sources.s1'],
  ['an allocation with another id', "UPDATE allocations SET id = 'a'", 'allocations.a'],
  [
    'an allocation to itself',
    'UPDATE allocations SET match_for = \'s1\', id = \'["l1","s1","s1"]\'',
    'allocations[0].matchFor',
  ],
  [
    'a comment that answers none',
    "INSERT INTO comments VALUES (1, 'c', '{\"kind\":\"plan\"}', 't', 'b', '2026-01-01', 'x', NULL)",
    'comments',
  ],
  [
    'a comment on nothing',
    "INSERT INTO comments VALUES (1, 'c', '7', 't', 'b', '2026-01-01', NULL, NULL)",
    'comments',
  ],
  [
    'a sign-off without a time',
    "INSERT INTO sign_offs VALUES (1, 's', 'r', 'b', 'now', 'x', 'y', 'z', NULL, NULL)",
    'sign_offs',
  ],
])('a file with %s is refused with the place', (_, change, where) => {
  const { root, path } = prepareFile();
  tamper(path, change);
  const before = treeOf(root);
  const told = `not-valid ${where}`;
  expect(toldOnOpening(path)).toEqual([told, told]);
  expect(treeOf(root)).toEqual(before);
});

const DEEP = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
const JSON_COLUMNS = [
  ...['place', 'calendar', 'price_basis', 'price_index', 'thresholds', 'objectives', 'places', 'themes']
    .concat('reviews', 'exchanges', 'outturn', 'holds', 'virements', 'stated_totals')
    .map((column) => ['plan', column, 'plan'] as const),
  ...['nil_running_cost', 'owner', 'objectives', 'themes', 'exit_note', 'evidence', 'indicators'].map(
    (column) => ['lines', column, 'lines.l1'] as const,
  ),
  ...['spending_window', 'payment', 'ring_fence', 'carry', 'taper'].map(
    (column) => ['sources', column, 'sources.s1'] as const,
  ),
];

it.each(JSON_COLUMNS)('what no schema allows in %s.%s is refused', (table, column, where) => {
  const { root, path } = prepareFile();
  const values = [
    '7',
    '"text"',
    '[1]',
    '[[]]',
    '{"~n":"5"}',
    '{"__proto__":{"name":"x"}}',
    '{"a":1}',
    DEEP,
    '',
    '{',
  ];
  for (const value of values) {
    tamper(path, (db) => db.prepare(`UPDATE ${table} SET ${column} = ?`).run(value));
    const before = treeOf(root);
    expect(toldOnOpening(path)).toEqual([`not-valid ${where}`, `not-valid ${where}`]);
    expect(treeOf(root)).toEqual(before);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});

it('a JSON list in which nearly everything is wrong is refused as soon as one that is short', () => {
  const { path } = prepareFile();
  for (const count of [1, 200_000, 900_000]) {
    tamper(path, (db) => db.prepare('UPDATE plan SET objectives = ?').run(`[${'[],'.repeat(count)}[]]`));
    expect(toldOnOpening(path)).toEqual(['not-valid plan', 'not-valid plan']);
  }
});

it('a title of markup and control characters is a text like any other', () => {
  const { path } = prepareFile();
  const title = '<img src=x onerror=alert(1)>\u0000\u0007\u001B[31m\u202Egnp.exe';
  tamper(path, (db) => db.prepare('UPDATE plan SET title = ?').run(title));
  expect(withPlan(path, ({ opened }) => opened.plan.title)).toBe(title);
});

it('a title that is no Unicode is shown with what stands for such characters', () => {
  const { path } = prepareFile();
  tamper(path, "UPDATE plan SET title = CAST(x'41fffe' AS TEXT)");
  expect(withPlan(path, ({ opened }) => opened.plan.title)).toBe('A\uFFFD\uFFFD');
});
