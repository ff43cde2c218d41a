import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { HistoryFilter } from '#shared/api/history-api.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { allocationId } from '#shared/plan/allocation.ts';
import type { Edit, SeriesRef } from '#shared/plan/edit.ts';
import { newLine } from '#shared/plan/new-plan.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { nextHash } from '#shared/plan/rolling-hash.ts';
import { DocumentError } from '#main/document/document-error.ts';
import type { PlanDocument } from '#main/document/document.ts';
import { stepsStatement, type StepQuery } from '#main/document/find-steps.ts';
import type { DocumentHistory } from '#main/document/history.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, NOW, openPlanFile } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const ALL: HistoryFilter = { line: null, source: null, who: null, cell: null };

const plan = () =>
  buildPlan({
    years: 3,
    lines: [
      { id: 'l1', title: 'Buses', need: ['10', null, '30.05'] },
      { id: 'l2', title: 'Trams', need: ['1', '2', '3'] },
    ],
    sources: [{ id: 's1', name: 'Grant', award: ['100', '100', '100'] }],
    allocations: [{ line: 'l1', source: 's1', amounts: ['5', null, '0'] }],
  });

const need = (line: string): SeriesRef => ({ of: 'line', measure: 'need', line });
const grant: SeriesRef = { of: 'allocation', line: 'l1', source: 's1', matchFor: null };
const award: SeriesRef = { of: 'source', measure: 'award', source: 's1' };
const set = (ref: SeriesRef, from: string, ...minor: (bigint | null)[]): Edit => ({
  kind: 'set-amounts',
  blocks: [{ ref, from, minor }],
});

/** A plan file and what writes steps into it, as one person after the other. */
function startPlan(given = plan()) {
  const path = join(tempFolder(), 'a.perennial');
  const document = makePlanFile(path, given);
  let state = document.opened;
  return {
    path,
    document,
    history: document.history,
    write: (edit: Edit, who = 'A. Officer') => {
      const seq = state.seq + 1;
      const result = applyEdit(state.plan, edit, { origin: originOfEdit(seq) });
      if (!result.ok) throw new Error(`The edit was refused: ${result.refusal.id}`);
      const hash = nextHash(state.hash, edit);
      const entry = { seq, hash, at: NOW.toISOString(), who, action: 'edit', edit, undoes: null } as const;
      document.commit({
        before: state.plan,
        after: result.plan,
        entry: { ...entry, inverse: result.inverse },
      });
      state = { plan: result.plan, seq, hash };
    },
    axis: () => state.plan.axis,
  };
}

function seqsOf(history: DocumentHistory, filter: Partial<HistoryFilter>): number[] {
  const { steps } = history.page({ filter: { ...ALL, ...filter }, before: null, limit: 100 });
  return steps.map(({ seq }) => seq);
}

/** Changes the closed file of a plan as damage or another program would, and opens it again. */
function reopenTampered(document: PlanDocument, sql: string): PlanDocument {
  document.close();
  const db = new DatabaseSync(document.path);
  db.exec(sql);
  db.close();
  return openPlanFile(document.path);
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DocumentError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('the history of a plan', () => {
  it('tells each step, newest first, with its person, its moment and what changed', () => {
    const { document, history, write } = startPlan();
    write(set(need('l1'), '2027', 700n));
    write({ kind: 'update-line', id: 'l2', changes: { title: 'Light rail' } }, 'B. Müller');
    expect(history.page({ filter: ALL, before: null, limit: 10 })).toEqual({
      steps: [
        {
          seq: 2,
          at: '2026-11-22T10:00:00.000Z',
          who: 'B. Müller',
          action: 'edit',
          kind: 'update-line',
          label: '',
          undoneBy: null,
          changes: [{ kind: 'line-field', line: 'l2', field: 'title', before: 'Trams', after: 'Light rail' }],
          count: 1,
        },
        {
          seq: 1,
          at: '2026-11-22T10:00:00.000Z',
          who: 'A. Officer',
          action: 'edit',
          kind: 'set-amounts',
          label: '',
          undoneBy: null,
          changes: [
            {
              kind: 'amount',
              ref: need('l1'),
              period: '2027',
              before: null,
              after: 700n,
              beforeOrigin: 0,
              afterOrigin: originOfEdit(1),
            },
          ],
          count: 1,
        },
      ],
      next: null,
      people: ['A. Officer', 'B. Müller'],
    });
    document.close();
  });

  it('is empty for a plan to which nothing was done', () => {
    const { document, history } = startPlan();
    expect(history.page({ filter: ALL, before: null, limit: 5 })).toEqual({
      steps: [],
      next: null,
      people: [],
    });
    expect(history.changesOf(1)).toEqual([]);
    document.close();
  });

  it('goes on page by page to the beginning', () => {
    const { document, history, write } = startPlan();
    for (let step = 1; step <= 5; step += 1) write(set(need('l1'), '2026', BigInt(step)));
    const page = (before: number | null) => {
      const { steps, next } = history.page({ filter: ALL, before, limit: 2 });
      return [steps.map(({ seq }) => seq), next];
    };
    expect(page(null)).toEqual([[5, 4], 4]);
    expect(page(4)).toEqual([[3, 2], 2]);
    expect(page(2)).toEqual([[1], null]);
    expect(page(1)).toEqual([[], null]);
    document.close();
  });

  it('finds the steps of a line, of a source, of both and of a person', () => {
    const { document, history, write } = startPlan();
    write(set(need('l1'), '2026', 1n));
    write(set(need('l2'), '2026', 2n), 'B. Müller');
    write(set(grant, '2027', 3n));
    write(set(award, '2026', 4n), 'B. Müller');
    write({ kind: 'set-plan', changes: { title: 'Renamed' } }, 'B. Müller');
    expect(seqsOf(history, { line: 'l1' })).toEqual([3, 1]);
    expect(seqsOf(history, { line: 'l2' })).toEqual([2]);
    expect(seqsOf(history, { source: 's1' })).toEqual([4, 3]);
    expect(seqsOf(history, { line: 'l1', source: 's1' })).toEqual([3]);
    expect(seqsOf(history, { line: 'l2', source: 's1' })).toEqual([]);
    expect(seqsOf(history, { who: 'B. Müller' })).toEqual([5, 4, 2]);
    expect(seqsOf(history, { who: 'B. Müller', source: 's1' })).toEqual([4]);
    expect(seqsOf(history, { line: 'none' })).toEqual([]);
    expect(seqsOf(history, { who: 'Nobody' })).toEqual([]);
    document.close();
  });

  it('finds the steps of one cell, and what else they changed is left out', () => {
    const { document, history, write } = startPlan();
    write(set(need('l1'), '2026', 1n, 2n));
    write(set(need('l1'), '2027', 5n));
    write(set({ of: 'line', measure: 'actual', line: 'l1' }, '2026', 9n));
    write(set(grant, '2026', null));
    write({ kind: 'remove-lines', ids: ['l2'] });
    const page = (ref: SeriesRef, period: string) =>
      history
        .page({ filter: { ...ALL, cell: { ref, period } }, before: null, limit: 10 })
        .steps.map(({ seq, changes, count }) => [
          seq,
          count,
          ...changes.map((change) => change.kind === 'amount' && [change.before, change.after]),
        ]);
    expect(page(need('l1'), '2026')).toEqual([[1, 1, [1000n, 1n]]]);
    expect(page(need('l1'), '2027')).toEqual([
      [2, 1, [2n, 5n]],
      [1, 1, [null, 2n]],
    ]);
    expect(page(need('l1'), '2028')).toEqual([]);
    expect(page(grant, '2026')).toEqual([[4, 1, [500n, null]]]);
    expect(page(need('l2'), '2028')).toEqual([[5, 1, [300n, null]]]);
    document.close();
  });

  it('shows the first changes of a big step, and of a line those of that line', () => {
    const lines = Array.from({ length: 30 }, (_, index) => ({ id: `n${index}`, need: ['1', '2', '3'] }));
    const { document, history, write } = startPlan(buildPlan({ years: 3, lines }));
    const fill = lines.map(({ id }) => set(need(id), '2026', 7n, 8n, 9n));
    write({ kind: 'batch', label: 'Fill right', edits: fill });
    const [step] = history.page({ filter: ALL, before: null, limit: 1 }).steps;
    expect([step?.label, step?.count, step?.changes.length]).toEqual(['Fill right', 90, 20]);
    const [ofLine] = history.page({ filter: { ...ALL, line: 'n29' }, before: null, limit: 1 }).steps;
    expect(ofLine?.count).toBe(3);
    expect(ofLine?.changes).toMatchObject([
      { ref: need('n29'), period: '2026', before: 100n, after: 7n },
      { ref: need('n29'), period: '2027', before: 200n, after: 8n },
      { ref: need('n29'), period: '2028', before: 300n, after: 9n },
    ]);
    expect(history.changesOf(1)).toHaveLength(90);
    document.close();
  });

  it('keeps long texts out of the page, and tells them when the step is asked for', () => {
    const { document, history, write } = startPlan();
    const text = 'why '.repeat(10_000);
    write({ kind: 'set-plan', changes: { title: 'Renamed', assumptions: text } });
    const [step] = history.page({ filter: ALL, before: null, limit: 1 }).steps;
    expect([step?.count, step?.changes.length]).toEqual([2, 1]);
    expect(history.changesOf(1)).toEqual([
      { kind: 'plan-field', field: 'title', before: 'Example', after: 'Renamed' },
      { kind: 'plan-field', field: 'assumptions', before: '', after: text },
    ]);
    document.close();
  });

  it('names the lines and sources that are gone as they were last called', () => {
    const { document, history, write } = startPlan();
    write({ kind: 'update-line', id: 'l2', changes: { title: 'Light rail' } });
    write({ kind: 'remove-lines', ids: ['l2'] });
    write({ kind: 'remove-allocations', ids: [allocationId('l1', 's1', null)] });
    write({ kind: 'remove-sources', ids: ['s1'] });
    expect(history.nameOf('line', 'l2')).toBe('Light rail');
    expect(history.nameOf('source', 's1')).toBe('Grant');
    expect(history.nameOf('line', 's1')).toBeNull();
    expect(seqsOf(history, { line: 'l2' })).toEqual([2, 1]);
    document.close();
  });

  it('reads the amounts of rows in the years that the plan had then', () => {
    const { document, history, write, axis } = startPlan();
    const row = (id: string) => ({
      ...newLine(axis(), { id, title: id, kind: 'revenue' }),
      need: { minor: axis().periods.map((_, at) => BigInt(at)), origin: axis().periods.map(() => 0) },
    });
    const cellsOf = (seq: number) =>
      history
        .changesOf(seq)
        .flatMap((change) => (change.kind === 'amount' ? [[change.period, change.after]] : []));
    write({ kind: 'add-lines', rows: [{ at: 0, row: row('first') }] });
    write({ kind: 'set-years', years: ['2026', '2027', '2028', '2029'], before: true, later: false });
    write({ kind: 'add-lines', rows: [{ at: 0, row: row('second') }] });
    const ofThree = [
      ['2026', 0n],
      ['2027', 1n],
      ['2028', 2n],
    ];
    expect(cellsOf(1)).toEqual(ofThree);
    expect(cellsOf(3)).toEqual([
      ['before', 0n],
      ['2026', 1n],
      ['2027', 2n],
      ['2028', 3n],
      ['2029', 4n],
    ]);
    expect(history.changesOf(2)).toMatchObject([{ kind: 'years', before: ['2026', '2027', '2028'] }]);
    document.close();
  });

  it('looks through a bounded part of the file for a page, and loses no step over it', () => {
    const lines = Array.from({ length: 300 }, (_, index) => ({ id: `n${index}` }));
    const { document, write } = startPlan(buildPlan({ years: 60, lines }));
    const random = (seed: number) => BigInt(Math.imul(seed, 0x9e3779b1) >>> 0) * 211n;
    const steps = 8;
    for (let step = 1; step <= steps; step += 1) {
      const amounts = (at: number) =>
        Array.from({ length: 60 }, (_, year) => random((step * 300 + at) * 60 + year));
      const edits = lines.map(({ id }, at) => set(need(id), '2026', ...amounts(at)));
      write({ kind: 'batch', label: 'Fill', edits });
    }
    // Without what is kept of the rows, each step itself has to be looked through.
    const opened = reopenTampered(document, 'UPDATE journal_rows SET changes = NULL');
    const pages: number[][] = [];
    for (let before: number | null = null, done = false; !done;) {
      const page = opened.history.page({ filter: { ...ALL, line: 'n299' }, before, limit: 100 });
      pages.push(page.steps.map(({ seq }) => seq));
      before = page.next;
      done = before === null;
    }
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toEqual(Array.from({ length: steps }, (_, at) => steps - at));
    opened.close();
  });
});

describe('a step of very many changes', () => {
  const sources = Array.from({ length: 20 }, (_, index) => ({ id: `s${index}`, name: `Grant ${index}` }));
  const lines = Array.from({ length: 40 }, (_, index) => ({ id: `n${index}`, title: `Line ${index}` }));
  const years = Array.from({ length: 60 }, (_, at) => BigInt(at + 1));
  const allocations = sources.map(({ id: source }) => ({
    line: 'n0',
    source,
    amounts: years.map(() => '1'),
  }));
  const ofSource = (source: string): SeriesRef => ({ of: 'allocation', line: 'n0', source, matchFor: null });
  const fill: Edit = {
    kind: 'batch',
    label: 'Fill',
    edits: [
      ...lines.map(({ id }) => set(need(id), '2026', ...years)),
      ...sources.map(({ id }) => set(ofSource(id), '2026', ...years)),
      set({ of: 'source', measure: 'award', source: 's7' }, '2026', ...years),
    ],
  };

  it('is told by line, source and cell without being unpacked', () => {
    const { document, write } = startPlan(buildPlan({ years: 60, lines, sources, allocations }));
    write(fill);
    write({
      kind: 'batch',
      label: 'Remove',
      edits: [{ kind: 'remove-lines', ids: lines.slice(1).map(({ id }) => id) }],
    });
    const opened = reopenTampered(document, "UPDATE journal SET edit = X'00'");
    const page = (filter: Partial<HistoryFilter>) =>
      opened.history
        .page({ filter: { ...ALL, ...filter }, before: null, limit: 10 })
        .steps.map(({ seq, count, changes }) => [seq, count, changes.length]);
    expect(page({})).toEqual([
      [2, 39 * 61, 20],
      [1, 40 * 60 + 20 * 60 + 60, 20],
    ]);
    expect(page({ line: 'n39' })).toEqual([
      [2, 61, 20],
      [1, 60, 20],
    ]);
    expect(page({ line: 'n0' })).toEqual([[1, 60 + 20 * 60, 20]]);
    expect(page({ source: 's7' })).toEqual([[1, 60 + 60, 20]]);
    expect(page({ cell: { ref: need('n39'), period: '2085' } })).toEqual([
      [2, 1, 1],
      [1, 1, 1],
    ]);
    expect(page({ cell: { ref: { of: 'source', measure: 'award', source: 's7' }, period: '2030' } })).toEqual(
      [[1, 1, 1]],
    );
    expect(page({ cell: { ref: ofSource('s0'), period: '2030' } })).toEqual([[1, 1, 1]]);
    expect(opened.history.nameOf('line', 'n39')).toBe('Line 39');
    opened.close();
  });

  it('is unpacked where one line alone has more changes than are kept of it', () => {
    const { document, history, write } = startPlan(buildPlan({ years: 60, lines, sources, allocations }));
    write(fill);
    const cell = { ref: ofSource('s19'), period: '2085' };
    const { steps } = history.page({ filter: { ...ALL, cell }, before: null, limit: 10 });
    expect(steps.map(({ changes }) => changes)).toMatchObject([
      [{ ref: cell.ref, period: '2085', before: 100n, after: 60n }],
    ]);
    const both = history.page({ filter: { ...ALL, line: 'n0', source: 's19' }, before: null, limit: 10 });
    expect(both.steps.map(({ count }) => count)).toEqual([60]);
    document.close();
  });
});

describe('a journal that was tampered with', () => {
  it('is read from the edits where a summary cannot be read', () => {
    const { document, write } = startPlan();
    write(set(need('l1'), '2027', 700n));
    write(set(need('l1'), '2028', 800n));
    const opened = reopenTampered(
      document,
      `UPDATE journal SET summary = CASE seq WHEN 1 THEN '{"count":1}' ELSE hex(zeroblob(200000)) END`,
    );
    const { steps } = opened.history.page({ filter: ALL, before: null, limit: 5 });
    expect(steps.map(({ seq, count }) => [seq, count])).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect(steps[1]?.changes).toMatchObject([{ ref: need('l1'), period: '2027', after: 700n }]);
    opened.close();
  });

  it('says which step holds no edit, and goes on telling the others', () => {
    const { document, write } = startPlan();
    write(set(need('l1'), '2027', 700n));
    write(set(need('l2'), '2027', 800n));
    const opened = reopenTampered(document, "UPDATE journal SET edit = X'01' WHERE seq = 1");
    expect(codeOf(() => opened.history.changesOf(1))).toBe('damaged');
    expect(opened.history.changesOf(2)).toHaveLength(1);
    expect(seqsOf(opened.history, {})).toEqual([2, 1]);
    opened.close();
  });
});

describe('looking for steps', () => {
  it.each<[string, Partial<StepQuery>]>([
    ['all of them', {}],
    ['those of a person', { who: 'A' }],
    ['those of a line', { rows: [{ kind: 'line', id: 'l1' }] }],
    [
      'those of a line and a source by a person',
      {
        who: 'A',
        rows: [
          { kind: 'line', id: 'l1' },
          { kind: 'source', id: 's1' },
        ],
      },
    ],
  ])('goes by an index for %s and sorts nothing', (_, query) => {
    const { document } = startPlan();
    document.close();
    const db = new DatabaseSync(document.path, { readOnly: true });
    const { sql, values } = stepsStatement({ before: 9, who: null, rows: [], ...query });
    const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    const details = rows.map(({ detail }) => String(detail));
    expect(details.length).toBeGreaterThan(0);
    for (const detail of details) expect(detail).toMatch(/^SEARCH .*(PRIMARY KEY|INDEX)/);
    db.close();
  });
});
