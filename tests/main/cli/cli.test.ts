import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPlanJson } from '#shared/plan/json/read-plan-json.ts';
import { openDocument } from '#main/document/document.ts';
import { makePlanFile } from '#tests/fixtures/open-plan-file.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { smallPlanJson } from '#tests/fixtures/plan-json.ts';
import { runCli, runCliJson } from '#tests/fixtures/run-cli.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const SAMPLE = fileURLToPath(new URL('../../../samples/exampleton.json', import.meta.url));
const SHEET = fileURLToPath(new URL('../../../samples/exampleton-spending-plan.csv', import.meta.url));
const CHECKS = ['INT-2', 'SC-1', 'SC-2', 'LG-1', 'LG-2', 'LG-4', 'RS-5', 'RS-6'];

/** Expects exit code 2, an empty standard output, and one line that says what is wrong. */
function expectWrong(run: ReturnType<typeof runCli>, words: RegExp): void {
  expect(run.error).toMatch(words);
  expect(run.error.trimEnd().split('\n')).toHaveLength(1);
  expect(run).toMatchObject({ code: 2, out: '' });
}

describe('perennial check', () => {
  it('prints one object with the plan and each check, and 1 because a check fails', () => {
    const { code, json } = runCliJson(tempFolder(), 'check', SAMPLE);
    expect(code).toBe(1);
    expect(json).toMatchObject({
      plan: {
        title: 'Exampleton housing and growth programme',
        currency: 'GBP',
        lines: 10,
        sources: 5,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
      results: CHECKS.map((id) => ({ id })),
    });
    // The object's shape was just matched.
    const { results } = json as { results: Record<string, unknown>[] };
    expect(results.map(({ state }) => state)).toEqual([
      'pass',
      'attention',
      'attention',
      'pass',
      'attention',
      'pass',
      'cannot-be-judged',
      'fail',
    ]);
    expect(results.map(({ value }) => value).slice(0, 3)).toEqual(['0', '0.91274', '0.596873']);
    expect(Object.keys(results[1] ?? {}).toSorted()).toEqual([
      'basis',
      'criterion',
      'evidence',
      'evidenceCount',
      'factor',
      'id',
      'message',
      'missing',
      'missingCount',
      'state',
      'threshold',
      'unit',
      'value',
    ]);
  });

  it('prints a table for people, and 0 when nothing fails', () => {
    const folder = tempFolder();
    const plan = buildPlan({
      years: 1,
      currency: 'GBP',
      lines: [{ id: 'l1', need: ['1'] }],
      thresholds: [
        { check: 'LG-1', name: 'attention', value: '1', reason: 'pilot', by: 'A', at: '2026-11-01' },
        { check: 'LG-2', name: 'attention', value: '1', reason: 'pilot', by: 'A', at: '2026-11-01' },
      ],
      sources: [
        {
          id: 's1',
          ringFence: { kind: 'none' },
          carry: { rule: 'free' },
          award: ['1'],
          certainty: [4],
        },
      ],
      allocations: [{ line: 'l1', source: 's1', amounts: ['1'] }],
    });
    const path = join(folder, 'Plan mit Ümlaut.perennial');
    makePlanFile(path, plan).close();
    const run = runCli(folder, 'check', 'Plan mit Ümlaut.perennial');
    expect(run).toMatchObject({ code: 0, error: '' });
    expect(run.out).toContain('SC-1   Cover                Pass');
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('takes a spreadsheet too', () => {
    const { code, json } = runCliJson(tempFolder(), 'check', SHEET);
    expect(code).toBe(1);
    expect(json).toMatchObject({ plan: { lines: 8, sources: 0 } });
  });
});

describe('perennial import', () => {
  it('prints the report that scripts rely on, and writes the plan with its origins', () => {
    const folder = tempFolder();
    const bytes = readFileSync(SHEET);
    const { code, json } = runCliJson(folder, 'import', SHEET, '--out', 'plan.perennial');
    expect(code).toBe(0);
    expect(json).toMatchObject({
      file: 'exampleton-spending-plan.csv',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sheets: [{ name: 'exampleton-spending-plan', hidden: false, rows: 13, columns: 10 }],
      tables: [
        {
          sheet: 'exampleton-spending-plan',
          range: 'A4:J13',
          block: null,
          orientation: 'columns',
          headerRows: [4],
          measure: 'need',
          currency: 'GBP',
          scale: '1000',
          rows: { data: 8, total: 1 },
        },
      ],
      plan: { lines: 8, sources: 0, years: 5 },
    });
    expect(Object.keys(json as object)).toEqual(['file', 'sha256', 'sheets', 'tables', 'findings', 'plan']);
    expect(readFileSync(SHEET).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['plan.perennial']);
    const document = openDocument(join(folder, 'plan.perennial'), {
      user: 'A',
      now: new Date(),
      mode: 'write',
    });
    const [line] = document.opened.plan.lines.rows;
    expect(line?.need.minor[0]).toBe(120_000_000n);
    expect(document.findProvenance(line?.need.origin[0] ?? 0)).toMatchObject({ cell: 'E5', raw: '1,200' });
    expect(document.openSteps().undo).toMatchObject({ kind: 'import' });
    document.close();
    expectWrong(runCli(folder, 'import', SHEET, '--out', 'plan.perennial'), /already/);
  });

  it('prints tables and findings for people', () => {
    const run = runCli(tempFolder(), 'import', SHEET);
    expect(run).toMatchObject({ code: 0, error: '' });
    expect(run.out).toMatch(/2027\/28 +2027\/28 +8,660,000/);
    expect(run.out).toContain('8 lines');
  });

  it('says what a plan file holds as well', () => {
    const { code, json } = runCliJson(tempFolder(), 'import', SAMPLE);
    expect(code).toBe(0);
    expect(json).toMatchObject({ sheets: [], tables: [], plan: { lines: 10, sources: 5, years: 10 } });
  });

  it('answers sensibly when there is nothing to take', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'letter.csv'), 'Dear all,\nno figures here\n');
    const { code, json } = runCliJson(folder, 'import', 'letter.csv');
    expect(code).toBe(0);
    expect(json).toMatchObject({ tables: [], plan: null });
    expectWrong(runCli(folder, 'import', 'letter.csv', '--out', 'a.json'), /No table of amounts/);
    expectWrong(runCli(folder, 'check', 'letter.csv'), /No table of amounts/);
    expect(readdirSync(folder)).toEqual(['letter.csv']);
  });
});

describe('perennial convert', () => {
  it('brings a plan from JSON to a file and back without loss', () => {
    const folder = tempFolder();
    expect(runCli(folder, 'convert', SAMPLE, '--out', 'a.perennial')).toMatchObject({ code: 0, error: '' });
    const back = runCli(folder, 'convert', 'a.perennial', '--out', 'b.json');
    expect(back).toMatchObject({ code: 0, error: '' });
    expect(back.out).toContain('history');
    const [first, second] = [SAMPLE, join(folder, 'b.json')].map((path) =>
      readPlanJson(readFileSync(path, 'utf8')),
    );
    expect(second).toEqual(first);
    expect(readdirSync(folder).toSorted()).toEqual(['a.perennial', 'b.json']);
  });

  it('never writes to the file that it reads, nor over a plan file', () => {
    const folder = tempFolder();
    const input = join(folder, 'a.json');
    writeFileSync(input, JSON.stringify(smallPlanJson()));
    const bytes = readFileSync(input);
    expectWrong(runCli(folder, 'convert', 'a.json', '--out', './a.json'), /Choose another name/);
    expect(readFileSync(input).equals(bytes)).toBe(true);
    runCli(folder, 'convert', 'a.json', '--out', 'p.perennial');
    expectWrong(runCli(folder, 'convert', 'a.json', '--out', 'p.perennial'), /already/);
  });
});

describe('perennial export', () => {
  it('writes the workbook', () => {
    const folder = tempFolder();
    const run = runCli(folder, 'export', SAMPLE, '--out', 'book.xlsx');
    expect(run).toMatchObject({ code: 0, error: '', out: 'Wrote book.xlsx\n' });
    expect(readFileSync(join(folder, 'book.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(folder)).toEqual(['book.xlsx']);
  });

  it('says so where a folder has the name of the workbook', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'book.xlsx'));
    expectWrong(
      runCli(folder, 'export', SAMPLE, '--out', 'book.xlsx'),
      /^perennial: book\.xlsx cannot be written/,
    );
    expect(readdirSync(folder)).toEqual(['book.xlsx']);
  });
});

describe('perennial demo', () => {
  it('does the whole job twice in the same folder', () => {
    const folder = tempFolder();
    for (let time = 0; time < 2; time += 1) {
      const run = runCli(folder, 'demo', '--out', 'out put');
      expect(run).toMatchObject({ code: 0, error: '' });
      expect(run.out).toMatch(/SC-1 +Cover +Fail +Pass +100%/);
    }
    expect(readdirSync(join(folder, 'out put')).toSorted()).toEqual([
      'exampleton-demo.perennial',
      'exampleton-demo.xlsx',
      'exampleton-spending-plan.csv',
    ]);
  });
});

describe('a wrong call', () => {
  it('prints help and version with exit code 0', () => {
    const folder = tempFolder();
    const help = runCli(folder, '--help');
    expect(help).toMatchObject({ code: 0, error: '' });
    for (const command of ['check', 'import', 'export', 'convert', 'demo'])
      expect(help.out).toContain(`perennial ${command}`);
    expect(runCli(folder, '--version')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
  });

  it.each([
    [['burn'], /“burn” is not a command/],
    [['check', 'none.json'], /none\.json is not there/],
    [['check', 'none.perennial'], /none\.perennial is not there/],
    [['check', '.'], /cannot be read/],
    [['export', SAMPLE], /--out NAME\.xlsx/],
    [['export', SAMPLE, '--out', 'a.csv'], /End it in \.xlsx/],
    [['export', SAMPLE, '--out', 'none/a.xlsx'], /the folder none is not there/],
  ])('%j: exit code 2 and one line', (args, words) => {
    const folder = tempFolder();
    expectWrong(runCli(folder, ...args), words);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the place of a fault in Plan JSON', () => {
    expect.hasAssertions();
    const folder = tempFolder();
    const json = { ...smallPlanJson(), surprise: 1 };
    writeFileSync(join(folder, 'a.json'), JSON.stringify(json));
    expectWrong(runCli(folder, 'check', 'a.json'), /a\.json at surprise: /);
    writeFileSync(join(folder, 'b.json'), 'no JSON');
    expectWrong(runCli(folder, 'check', 'b.json'), /b\.json/);
    writeFileSync(join(folder, 'c.perennial'), 'no plan');
    expectWrong(runCli(folder, 'check', 'c.perennial'), /holds no Perennial plan/);
  });
});
