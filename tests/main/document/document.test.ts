import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#shared/plan/edit.ts';
import { readPlanJson } from '#shared/plan/json/read-plan-json.ts';
import { newLine } from '#shared/plan/new-plan.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { DocumentError } from '#main/document/document-error.ts';
import { SCHEMA_VERSION } from '#main/document/schema.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, openPlanFile, readPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { fullPlanJson } from '#tests/fixtures/plan-json.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const smallPlan = () =>
  buildPlan({
    years: 3,
    lines: [
      { id: 'l1', need: ['10.00', null, '30.05'] },
      { id: 'l2', need: ['1', '2', '3'] },
    ],
    sources: [{ id: 's1', award: ['100', '100', '100'], certainty: [4, 3, null] }],
    allocations: [{ line: 'l1', source: 's1', amounts: ['5', null, '0'] }],
  });

const setNeed = (line: string, from: string, ...minor: (bigint | null)[]): Edit => ({
  kind: 'set-amounts',
  blocks: [{ ref: { of: 'line', measure: 'need', line }, from, minor }],
});

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DocumentError) return error.code;
    throw error;
  }
  return 'no error';
}

/** Changes a plan file as another program would. */
function tamper(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}

describe('a plan file', () => {
  it('gives back the plan that was written, every field of it', () => {
    const read = readPlanJson(JSON.stringify(fullPlanJson()));
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const path = join(tempFolder(), 'full plan.perennial');
    makePlanFile(path, read.plan).close();
    const document = openPlanFile(path);
    expect(document.opened.plan).toEqual(read.plan);
    document.close();
  });

  it('keeps amounts exact at the edge of what a plan holds, and blanks apart from zero', () => {
    const path = join(tempFolder(), 'a.perennial');
    const document = makePlanFile(path, smallPlan());
    const edit = setNeed('l1', '2026', 999_999_999_999_999n, null, -999_999_999_999_999n);
    const { plan } = writeEdit(document, document.opened, edit);
    document.close();
    const again = openPlanFile(path);
    expect(again.opened.plan).toEqual(plan);
    expect(again.opened.plan.lines.rows[0]?.need.minor).toEqual([
      999_999_999_999_999n,
      null,
      -999_999_999_999_999n,
    ]);
    expect(again.opened.plan.allocations.rows[0]?.amounts.minor).toEqual([500n, null, 0n]);
    again.close();
  });

  it('stands after each edit as the plan stands, rows put in between and taken out included', () => {
    const path = join(tempFolder(), 'a.perennial');
    const document = makePlanFile(path, smallPlan());
    let state = document.opened;
    const line = (id: string) => newLine(state.plan.axis, { id, title: id, kind: 'capital' });
    const edits: (() => Edit)[] = [
      () => ({ kind: 'add-lines', rows: [{ at: 1, row: line('between') }] }),
      () => ({
        kind: 'add-lines',
        rows: [
          { at: 0, row: line('first') },
          { at: 4, row: line('last') },
        ],
      }),
      () => ({ kind: 'update-line', id: 'l2', changes: { title: 'Second', makesAsset: true } }),
      () => setNeed('between', '2027', 700n),
      () => ({ kind: 'remove-lines', ids: ['l2'] }),
      () => ({ kind: 'set-years', years: ['2026', '2027', '2028', '2029'], before: true, later: false }),
      () => ({ kind: 'set-certainty', source: 's1', from: '2027', values: [null, 2] }),
      () => ({ kind: 'set-plan', changes: { bridgingReserve: 12_345n, title: 'Renamed' } }),
    ];
    for (const edit of edits) {
      state = writeEdit(document, state, edit());
      const reader = readPlanFile(path);
      expect(reader.opened).toEqual(state);
      expect(reader.readOnly).toMatchObject({ id: 'document.reading-because-in-use' });
      reader.close();
    }
    expect(state.plan.lines.rows.map(({ id }) => id)).toEqual(['first', 'l1', 'between', 'last']);
    document.close();
  });

  it('finds room for rows put one after the other in the same gap', () => {
    const path = join(tempFolder(), 'a.perennial');
    const document = makePlanFile(path, smallPlan());
    let state = document.opened;
    for (let count = 0; count < 40; count += 1) {
      const row = newLine(state.plan.axis, { id: `n${count}`, title: 'New', kind: 'revenue' });
      state = writeEdit(document, state, { kind: 'add-lines', rows: [{ at: 1, row }] });
    }
    document.close();
    const again = openPlanFile(path);
    expect(again.opened.plan.lines.rows.map(({ id }) => id)).toEqual(
      state.plan.lines.rows.map(({ id }) => id),
    );
    again.close();
  });

  it('tells where an imported value was read, and nothing of one that was typed', () => {
    const path = join(tempFolder(), 'a.perennial');
    const document = makePlanFile(path, smallPlan());
    const state = writeEdit(document, document.opened, {
      kind: 'import',
      file: { name: 'budget.xlsx', sha256: 'ab'.repeat(32) },
      edits: [
        {
          kind: 'set-amounts',
          blocks: [
            { ref: { of: 'line', measure: 'need', line: 'l1' }, from: '2027', minor: [1234n], origin: [1] },
          ],
        },
      ],
      cells: [{ sheet: 'Capital', cell: 'C7', raw: '12.340000000000001', rule: 'as-is' }],
    });
    const origin = state.plan.lines.rows[0]?.need.origin[1] ?? 0;
    expect(origin).toBe(originOfEdit(1) + 1);
    expect(document.findProvenance(origin)).toEqual({
      file: 'budget.xlsx',
      sha256: 'ab'.repeat(32),
      sheet: 'Capital',
      cell: 'C7',
      raw: '12.340000000000001',
      rule: 'as-is',
    });
    expect(document.findProvenance(originOfEdit(1))).toBeNull();
    document.close();
  });

  it('can be read with any SQLite tool', () => {
    const path = join(tempFolder(), 'a.perennial');
    makePlanFile(path, smallPlan()).close();
    const db = new DatabaseSync(path, { readOnly: true });
    const rows = db
      .prepare(
        "SELECT lines.id, year, minor FROM amounts JOIN lines ON key = amounts.owner WHERE measure = 'need' ORDER BY rank, year",
      )
      .all()
      .map((row) => Object.values(row));
    expect(rows).toEqual([
      ['l1', '2026', 1000],
      ['l1', '2028', 3005],
      ['l2', '2026', 100],
      ['l2', '2027', 200],
      ['l2', '2028', 300],
    ]);
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
    db.close();
  });
});

describe('a step that cannot be written', () => {
  it('leaves the file as it was', () => {
    const path = join(tempFolder(), 'a.perennial');
    const document = makePlanFile(path, smallPlan());
    const state = writeEdit(document, document.opened, setNeed('l1', '2026', 1n));
    const bytes = readFileSync(path);
    expect(codeOf(() => writeEdit(document, document.opened, setNeed('l1', '2026', 2n)))).toBe('taken-over');
    expect(readFileSync(path).equals(bytes)).toBe(true);
    writeEdit(document, state, setNeed('l1', '2026', 3n));
    document.close();
  });

  it('is refused once another program has become the writer', () => {
    const path = join(tempFolder(), 'a.perennial');
    const document = makePlanFile(path, smallPlan());
    tamper(path, "UPDATE document SET writer = 'another'");
    expect(codeOf(() => writeEdit(document, document.opened, setNeed('l1', '2026', 1n)))).toBe('taken-over');
    document.close();
  });

  it('is refused in a document that can only be read', () => {
    const path = join(tempFolder(), 'a.perennial');
    const writer = makePlanFile(path, smallPlan());
    const reader = readPlanFile(path);
    expect(codeOf(() => writeEdit(reader, reader.opened, setNeed('l1', '2026', 1n)))).toBe('read-only');
    reader.close();
    writer.close();
  });
});

describe('opening', () => {
  function plainFile(change: string): string {
    const path = join(tempFolder(), 'a.perennial');
    makePlanFile(path, smallPlan()).close();
    tamper(path, change);
    return path;
  }

  it.each([
    ['a newer version', `PRAGMA user_version = ${SCHEMA_VERSION + 1}`, 'newer-version'],
    ['another program’s database', 'PRAGMA application_id = 1', 'not-a-plan'],
    ['a write-ahead log', 'PRAGMA journal_mode = WAL', 'wrong-mode'],
    [
      'a trigger',
      'CREATE TRIGGER t AFTER UPDATE ON document BEGIN DELETE FROM lines; END',
      'changed-structure',
    ],
    ['a view', 'CREATE VIEW v AS SELECT 1', 'changed-structure'],
    ['a table more', 'CREATE TABLE extra (a)', 'changed-structure'],
    ['a missing index', 'DROP INDEX journal_open', 'changed-structure'],
    ['an unknown kind of line', "UPDATE lines SET kind = 'magic'", 'damaged'],
    ['text that is no JSON', "UPDATE lines SET evidence = '{'", 'damaged'],
    [
      'an allocation to no line',
      'UPDATE allocations SET line = \'l9\', id = \'["l9","s1",null]\'',
      'damaged',
    ],
    ['an amount of no year', "UPDATE amounts SET year = '1999' WHERE year = '2026'", 'damaged'],
    ['an amount of no row', "UPDATE amounts SET owner = owner + 9 WHERE measure = 'need'", 'damaged'],
    ['a certainty of no source', 'UPDATE certainty SET source = 99', 'damaged'],
    ['years with a gap', "INSERT INTO years VALUES ('2035', 9)", 'damaged'],
    [
      'a line with a theme that is not there',
      `UPDATE lines SET themes = '[{"theme":"t9","weight":"1"}]'`,
      'damaged',
    ],
  ])('refuses %s and leaves the file untouched', (_, change, code) => {
    const path = plainFile(change);
    const bytes = readFileSync(path);
    expect(codeOf(() => openPlanFile(path))).toBe(code);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('refuses what is no plan at all', () => {
    const folder = tempFolder();
    const text = join(folder, 'text.perennial');
    writeFileSync(text, 'Hello');
    expect(codeOf(() => openPlanFile(text))).toBe('not-a-plan');
    expect(codeOf(() => openPlanFile(folder))).toBe('not-a-plan');
    expect(codeOf(() => openPlanFile(join(folder, 'none.perennial')))).toBe('not-found');
  });

  it('refuses a file whose pages were damaged', () => {
    const path = join(tempFolder(), 'a.perennial');
    makePlanFile(path, smallPlan()).close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096 * 3, 4096 * 5);
    writeFileSync(path, bytes);
    expect(codeOf(() => openPlanFile(path))).toBe('damaged');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('opens for reading where the file may not be written', () => {
    if (process.getuid?.() === 0) return expectRootWritesAnyway();
    const path = join(tempFolder(), 'a.perennial');
    makePlanFile(path, smallPlan()).close();
    chmodSync(path, 0o444);
    const document = openPlanFile(path);
    expect(document.readOnly).toEqual({ id: 'document.reading-because-not-writable' });
    document.close();
    return undefined;
  });

  it('takes over the lock of a process of this machine that is gone, and of no other machine', () => {
    const path = join(tempFolder(), 'a.perennial');
    makePlanFile(path, smallPlan()).close();
    const pid = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
    const lock = { user: 'B', pid, start: '1', since: '2026-11-20T09:00:00.000Z', token: 't' };
    const host = execFileSync(process.execPath, ['-p', 'os.hostname()'], { encoding: 'utf8' }).trim();
    writeFileSync(`${path}.lock`, JSON.stringify({ ...lock, host: 'elsewhere' }));
    const reader = readPlanFile(path);
    expect(reader.readOnly).toEqual({
      id: 'document.reading-because-in-use',
      values: { user: 'B', host: 'elsewhere', since: '2026-11-20' },
    });
    reader.close();
    writeFileSync(`${path}.lock`, JSON.stringify({ ...lock, host }));
    const writer = openPlanFile(path);
    expect(writer.readOnly).toBeNull();
    writer.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});

describe('a copy', () => {
  it('holds the plan and its history, and replaces a file only when told so', () => {
    const folder = tempFolder();
    const document = makePlanFile(join(folder, 'a.perennial'), smallPlan());
    const state = writeEdit(document, document.opened, setNeed('l1', '2026', 1n));
    const target = join(folder, 'b.perennial');
    document.copyTo(target, false);
    expect(codeOf(() => document.copyTo(target, false))).toBe('file-exists');
    document.copyTo(target, true);
    const copy = openPlanFile(target);
    expect(copy.opened).toEqual(state);
    expect(copy.openSteps().undo).toMatchObject({ seq: 1, kind: 'set-amounts' });
    expect(codeOf(() => document.copyTo(target, true))).toBe('in-use');
    copy.close();
    document.close();
  });

  it('can be made of a document that is open for reading', () => {
    const folder = tempFolder();
    const writer = makePlanFile(join(folder, 'a.perennial'), smallPlan());
    const reader = readPlanFile(join(folder, 'a.perennial'));
    reader.copyTo(join(folder, 'b.perennial'), false);
    const copy = openPlanFile(join(folder, 'b.perennial'));
    expect(copy.opened.plan).toEqual<Plan>(writer.opened.plan);
    expect(copy.readOnly).toBeNull();
    for (const document of [copy, reader, writer]) document.close();
  });
});

/** Root may write anywhere: there is nothing to refuse, and the file opens to write. */
function expectRootWritesAnyway(): void {
  const path = join(tempFolder(), 'a.perennial');
  makePlanFile(path, smallPlan()).close();
  chmodSync(path, 0o444);
  const document = openPlanFile(path);
  expect(document.readOnly).toBeNull();
  document.close();
}
