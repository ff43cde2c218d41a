import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { originOfEdit } from '#shared/plan/origin.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from '#main/document/schema.ts';
import { openPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { buildOlderFile } from '#tests/fixtures/plan-files.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const page = readFileSync(new URL('../../../docs/file-format.md', import.meta.url), 'utf8');

/** The tables that the page describes, each with the columns that it lists, in its order. */
function describedTables(): [string, string[]][] {
  const sections = page.split(/^### /m).slice(1);
  return sections.map((section) => {
    const name = /^`(\w+)`/.exec(section)?.[1] ?? section;
    return [name, [...section.matchAll(/^\| `(\w+)` +\|/gm)].map(([, column = '']) => column)];
  });
}

function tablesOfSchema(): [string, string[]][] {
  const db = new DatabaseSync(':memory:');
  db.exec(SCHEMA);
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").all();
  const columns = db.prepare('SELECT name FROM pragma_table_info(?)');
  return tables.map(({ name }) => [
    String(name),
    columns.all(String(name)).map((column) => String(column['name'])),
  ]);
}

/** A plan with an import, edits by two people, a line that is gone, and a last figure that was typed. */
function planFile(): string {
  const path = join(tempFolder(), 'a.perennial');
  buildOlderFile(path, 1);
  const document = openPlanFile(path);
  writeEdit(document, document.opened, {
    kind: 'set-amounts',
    blocks: [{ ref: { of: 'line', measure: 'need', line: 'bus' }, from: '2028', minor: [-60_005n] }],
  });
  document.close();
  return path;
}

describe('the page on the file format', () => {
  it('describes every table and every column, and none that is not there', () => {
    expect(describedTables()).toEqual(tablesOfSchema());
  });

  it('says the numbers that the program goes by', () => {
    expect(page).toContain(`version ${SCHEMA_VERSION}\n`);
    expect(page).toContain(`\`PRAGMA application_id\` is ${APPLICATION_ID} (`);
    expect(page).toContain(`Divided by ${originOfEdit(1)} (2^22)`);
  });

  it('tells how to read the steps of the journal', () => {
    const db = new DatabaseSync(planFile(), { readOnly: true });
    const row = db.prepare('SELECT edit, inverse, summary FROM journal WHERE seq = 20').get();
    const unpack = (packed: unknown): unknown =>
      packed instanceof Uint8Array ? JSON.parse(inflateRawSync(packed).toString('utf8')) : null;
    const ref = { of: 'line', measure: 'need', line: 'bus' };
    expect(unpack(row?.['edit'])).toEqual({
      kind: 'set-amounts',
      blocks: [{ ref, from: '2028', minor: [{ '~n': '-60005' }] }],
    });
    expect(unpack(row?.['inverse'])).toMatchObject({ blocks: [{ ref, from: '2028', minor: [null] }] });
    expect(JSON.parse(String(row?.['summary']))).toEqual({
      count: 1,
      changes: [
        {
          kind: 'amount',
          ref,
          period: '2028',
          before: null,
          after: { '~n': '-60005' },
          beforeOrigin: 0,
          afterOrigin: originOfEdit(20),
        },
      ],
    });
    db.close();
  });
});

describe('the examples on the page', () => {
  const examples = [...page.matchAll(/^```sql\n(.*?)^```/gms)].map(([, sql = '']) => sql);

  it.each([
    [
      'need by year',
      [
        ['Retrofit', 'before', '5.00'],
        ['Retrofit', '2026', '1,000,000.00'],
        ['Retrofit', '2027', '1,300,000.50'],
        ['Retrofit', 'later', '-3.07'],
        ['Bus lanes', '2026', '12.34'],
        ['Bus lanes', '2027', '9,999,999,999,999.99'],
        ['Bus lanes', '2028', '-600.05'],
      ],
    ],
    [
      'who changed which line',
      [
        [20, '2026-11-22T10:00:00.000Z', 'A. Officer', 'edit', 'set-amounts', 'Bus lanes'],
        [19, '2026-11-22T10:18:00.000Z', 'A. Officer', 'undo', 'batch', 'Bus lanes'],
        [16, '2026-11-22T10:15:00.000Z', 'B. Müller', 'redo', 'batch', 'Bus lanes'],
        [15, '2026-11-22T10:14:00.000Z', 'B. Müller', 'undo', 'batch', 'Bus lanes'],
        [14, '2026-11-22T10:13:00.000Z', 'B. Müller', 'edit', 'batch', 'Bus lanes'],
        [12, '2026-11-22T10:11:00.000Z', 'B. Müller', 'edit', 'remove-lines', '(gone) pilot'],
        [11, '2026-11-22T10:10:00.000Z', 'A. Officer', 'edit', 'add-lines', '(gone) pilot'],
        [6, '2026-11-22T10:05:00.000Z', 'A. Officer', 'edit', 'set-amounts', 'Bus lanes'],
        [5, '2026-11-22T10:04:00.000Z', 'A. Officer', 'edit', 'add-allocations', 'Bus lanes'],
        [3, '2026-11-22T10:02:00.000Z', 'B. Müller', 'edit', 'update-line', 'Bus lanes'],
        [2, '2026-11-22T10:01:00.000Z', 'B. Müller', 'edit', 'import', 'Bus lanes'],
        [1, '2026-11-22T10:00:00.000Z', 'A. Officer', 'edit', 'set-amounts', 'Retrofit'],
      ],
    ],
    [
      'where figures came from',
      [
        ['need', '2026', 1234, 'budget.xlsx', 'Capital', 'C7', '12.340000000000001', null, 1],
        ['need', '2027', 999_999_999_999_999, 'budget.xlsx', 'Capital', 'D7', '9999999999999.99', null, 1],
        ['need', '2028', -60_005, null, null, null, null, 'A. Officer', 0],
      ].map((row) => [...row.slice(0, -1), `2026-11-22T10:0${String(row.at(-1))}:00.000Z`]),
    ],
  ])('answer %s', (name, expected) => {
    const at = ['need by year', 'who changed which line', 'where figures came from'].indexOf(name);
    const db = new DatabaseSync(planFile(), { readOnly: true });
    const rows = db.prepare(examples[at] ?? '').all();
    expect(rows.map((row) => Object.values(row))).toEqual(expected);
    expect(examples).toHaveLength(3);
    db.close();
  });
});
