import { describe, expect, it } from 'vitest';
import { MAX_MINOR } from '#shared/money/amount.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { AmountBlock, Edit, SeriesRef } from '#shared/plan/edit.ts';
import { newAllocation, newLine, newSource } from '#shared/plan/new-plan.ts';
import type { PlanDetails } from '#shared/plan/plan.ts';
import type { Acceptance, Comment, SignOff } from '#shared/plan/records.ts';
import { blankSeries } from '#shared/plan/series.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const by = { by: 'A. Officer', at: '2026-11-01' };
const plan = buildPlan({
  years: 3,
  places: [{ id: 'north', name: 'North', weight: null }],
  lines: [
    {
      id: 'l1',
      title: 'Retrofit',
      kind: 'capital',
      place: 'north',
      runningCostLine: 'l2',
      need: ['10', null, '7'],
    },
    { id: 'l2', title: 'Upkeep' },
    { id: 'l3', title: 'Library' },
    { id: 'l4', title: 'Bridge' },
  ],
  sources: [
    { id: 's1', name: 'Growth fund', ringFence: { kind: 'line', lines: ['l3'] }, certainty: [null, 3] },
    { id: 's2', name: 'Own money' },
  ],
  allocations: [{ line: 'l1', source: 's1', matchFor: 's2', amounts: ['1'] }],
  holds: [{ measure: 'need', line: 'l4', source: null, years: ['2028'] }],
  comments: [{ id: 'c1', on: { kind: 'line', line: 'l1' }, text: 'Why?', ...by }],
});
const { axis } = plan;
const formats = makeFormats(plan);

function refusalOf(edit: Edit): string | null {
  const result = applyEdit(plan, edit, { origin: 1 });
  return result.ok ? null : result.refusal.id;
}

const need = (line: string): SeriesRef => ({ of: 'line', measure: 'need', line });
const amounts = (block: Partial<AmountBlock>): Edit => ({
  kind: 'set-amounts',
  blocks: [{ ref: need('l1'), from: '2026', minor: [1n], ...block }],
});
const change = (changes: Partial<PlanDetails>): Edit => ({ kind: 'set-plan', changes });
const years = (...list: string[]): Edit => ({ kind: 'set-years', years: list, before: false, later: false });
const line = (id: string) => newLine(axis, { id, title: id, kind: 'revenue' });
const source = (id: string) => newSource(axis, { id, name: id, funder: '' });
const comment = (given: Partial<Comment>): Edit => ({
  kind: 'comment',
  comment: { id: 'c2', on: { kind: 'line', line: 'l1' }, text: '', ...by, ...given },
});
const acceptance: Acceptance = { id: 'a1', check: 'SC-1', reason: '', value: null, state: 'fail', ...by };
const signOff: SignOff = {
  id: 'g1',
  role: 'preparer',
  robustness: '',
  reserves: '',
  digest: '',
  previous: null,
  ...by,
};
const cell = { sheet: 'A', cell: 'B2', raw: '1', rule: 'number' };
const imported = (...edits: Edit[]): Edit => ({
  kind: 'import',
  file: { name: 'a.xlsx', sha256: '00' },
  edits,
  cells: [cell],
});

const REFUSED: readonly (readonly [id: string, what: string, edit: Edit])[] = [
  ['plan.unknown-line', 'an amount of an unknown line', amounts({ ref: need('l9') })],
  [
    'plan.unknown-source',
    'an amount of an unknown source',
    amounts({ ref: { of: 'source', measure: 'award', source: 's9' } }),
  ],
  [
    'plan.unknown-allocation',
    'an amount of an unknown allocation',
    amounts({ ref: { of: 'allocation', line: 'l2', source: 's1', matchFor: null } }),
  ],
  ['plan.unknown-period', 'a year outside the plan', amounts({ from: '2031' })],
  ['plan.unknown-period', 'a bucket that the plan does not have', amounts({ from: 'later' })],
  ['plan.past-last-period', 'a block past the last year', amounts({ from: '2028', minor: [1n, 2n] })],
  ['plan.wrong-number-of-values', 'origins for other amounts', amounts({ origin: [] })],
  ['plan.amount-too-large', 'sixteen digits', amounts({ minor: [MAX_MINOR + 1n] })],
  ['plan.amount-too-large', 'sixteen digits below nil', amounts({ minor: [null, -MAX_MINOR - 1n] })],
  [
    'plan.past-last-period',
    'certainty past the last year',
    { kind: 'set-certainty', source: 's1', from: '2028', values: [4, 4] },
  ],
  [
    'plan.unknown-source',
    'certainty of an unknown source',
    { kind: 'set-certainty', source: 's9', from: '2028', values: [4] },
  ],
  ['plan.duplicate-line', 'a line twice', { kind: 'add-lines', rows: [{ at: 0, row: line('l1') }] }],
  [
    'plan.duplicate-line',
    'two lines with one id',
    {
      kind: 'add-lines',
      rows: [
        { at: 0, row: line('x') },
        { at: 1, row: line('x') },
      ],
    },
  ],
  ['plan.empty-id', 'a line without an id', { kind: 'add-lines', rows: [{ at: 0, row: line('') }] }],
  ['plan.bad-position', 'a line beyond the end', { kind: 'add-lines', rows: [{ at: 5, row: line('x') }] }],
  [
    'plan.wrong-number-of-values',
    'a line for another span of years',
    { kind: 'add-lines', rows: [{ at: 0, row: { ...line('x'), need: blankSeries(2) } }] },
  ],
  [
    'plan.amount-too-large',
    'a line with sixteen digits',
    {
      kind: 'add-lines',
      rows: [{ at: 0, row: { ...line('x'), risk: { minor: [10n ** 15n, null, null], origin: [0, 0, 0] } } }],
    },
  ],
  [
    'plan.dangling-reference',
    'a line in an unknown place',
    { kind: 'add-lines', rows: [{ at: 0, row: { ...line('x'), place: 'south' } }] },
  ],
  [
    'plan.running-cost-line-not-revenue',
    'running costs on a capital line',
    { kind: 'update-line', id: 'l2', changes: { runningCostLine: 'l1' } },
  ],
  [
    'plan.running-cost-line-not-revenue',
    'a line of running costs made capital',
    { kind: 'update-line', id: 'l2', changes: { kind: 'capital' } },
  ],
  ['plan.unknown-line', 'a change of an unknown line', { kind: 'update-line', id: 'l9', changes: {} }],
  ['plan.unknown-line', 'removing an unknown line', { kind: 'remove-lines', ids: ['l9'] }],
  ['plan.still-funded', 'removing a funded line', { kind: 'remove-lines', ids: ['l1'] }],
  ['plan.still-named', 'removing a line of running costs', { kind: 'remove-lines', ids: ['l2'] }],
  ['plan.still-named', 'removing a line that a ring-fence names', { kind: 'remove-lines', ids: ['l3'] }],
  ['plan.still-in-list', 'removing a line that a hold names', { kind: 'remove-lines', ids: ['l4'] }],
  ['plan.duplicate-source', 'a source twice', { kind: 'add-sources', rows: [{ at: 0, row: source('s1') }] }],
  [
    'plan.wrong-number-of-values',
    'a source without certainty for each year',
    { kind: 'add-sources', rows: [{ at: 0, row: { ...source('x'), certainty: [] } }] },
  ],
  [
    'plan.dangling-reference',
    'a ring-fence of an unknown theme',
    { kind: 'update-source', id: 's1', changes: { ringFence: { kind: 'theme', themes: ['x'] } } },
  ],
  ['plan.source-still-used', 'removing a source in use', { kind: 'remove-sources', ids: ['s1'] }],
  ['plan.source-still-used', 'removing a source that has match', { kind: 'remove-sources', ids: ['s2'] }],
  [
    'plan.duplicate-allocation',
    'an allocation twice',
    {
      kind: 'add-allocations',
      rows: [{ at: 0, row: newAllocation(axis, { line: 'l1', source: 's1', matchFor: 's2' }) }],
    },
  ],
  [
    'plan.dangling-reference',
    'an allocation to an unknown line',
    { kind: 'add-allocations', rows: [{ at: 0, row: newAllocation(axis, { line: 'l9', source: 's1' }) }] },
  ],
  [
    'plan.match-for-itself',
    'match of a source for itself',
    {
      kind: 'add-allocations',
      rows: [{ at: 0, row: newAllocation(axis, { line: 'l1', source: 's1', matchFor: 's1' }) }],
    },
  ],
  [
    'plan.misnamed-allocation',
    'an allocation under another id',
    {
      kind: 'add-allocations',
      rows: [{ at: 0, row: { ...newAllocation(axis, { line: 'l2', source: 's1' }), id: 'x' } }],
    },
  ],
  ['plan.unknown-funding', 'removing unknown funding', { kind: 'remove-allocations', ids: ['x'] }],
  ['plan.years-not-contiguous', 'a gap between years', years('2026', '2028')],
  ['plan.years-not-contiguous', 'years in the wrong order', years('2027', '2026')],
  ['plan.too-many-years', 'no year at all', years()],
  [
    'plan.too-many-years',
    'sixty-one years',
    years(...Array.from({ length: 61 }, (_, n) => String(2026 + n))),
  ],
  ['plan.not-a-year', 'a year that is none', years('26')],
  ['plan.year-not-empty', 'a year with an amount taken out', years('2026', '2027')],
  ['plan.year-not-empty', 'a year with a certainty taken out', years('2028', '2029')],
  ['plan.currency-in-use', 'another currency for the same amounts', change({ currency: 'EUR' })],
  ['plan.unknown-currency', 'a currency that is none', change({ currency: 'XXX' })],
  ['plan.dangling-reference', 'a place that a line names taken out', change({ places: [] })],
  [
    'plan.list-names-unknown',
    'a hold of an unknown line',
    change({ holds: [{ measure: 'need', line: 'l9', source: null, years: [] }] }),
  ],
  ['plan.plan-amount-too-large', 'a reserve of sixteen digits', change({ bridgingReserve: 10n ** 15n })],
  [
    'plan.duplicate-record',
    'two objectives with one id',
    change({
      objectives: [
        { id: 'o', title: '' },
        { id: 'o', title: '' },
      ],
    }),
  ],
  ['plan.duplicate-record', 'a comment twice', comment({ id: 'c1' })],
  ['plan.unknown-line', 'a comment on an unknown line', comment({ on: { kind: 'line', line: 'l9' } })],
  ['plan.record-names-unknown', 'an answer to an unknown comment', comment({ replyTo: 'c9' })],
  [
    'plan.record-names-unknown',
    'a comment on an unknown year',
    comment({ on: { kind: 'cell', line: 'l1', measure: 'need', year: '2031' } }),
  ],
  [
    'plan.record-names-unknown',
    'the withdrawal of an unknown acceptance',
    { kind: 'accept', acceptance: { ...acceptance, withdraws: 'a9' } },
  ],
  [
    'plan.record-names-unknown',
    'the withdrawal of an unknown signature',
    { kind: 'sign', signOff: { ...signOff, withdraws: 'g9' } },
  ],
  ['plan.record-inside-import', 'a comment inside an import', imported(comment({}))],
  ['plan.record-inside-import', 'an import inside an import', imported(imported())],
  ['plan.offset-without-cell', 'an offset without a cell', imported(amounts({ origin: [2] }))],
];

describe('a refusal', () => {
  it.each(REFUSED)('%s: %s', (id, _, edit) => {
    expect(refusalOf(edit)).toBe(id);
  });

  it.each(REFUSED)('%s: %s, as a sentence that says what to do', (_id, _what, edit) => {
    const result = applyEdit(plan, edit, { origin: 1 });
    const sentence = result.ok ? '' : writeMessage(result.refusal, formats);
    expect(sentence).toMatch(/^[“A-Z0-9].+[.:] .*[A-Z].+\.$/s);
    expect(sentence).not.toMatch(/undefined|\[object|!/);
  });

  it('names the row and the year in the words of the plan', () => {
    const result = applyEdit(plan, years('2026', '2027'), { origin: 1 });
    expect(result.ok ? '' : writeMessage(result.refusal, formats)).toBe(
      '2028/29 cannot be taken out of the plan: “Retrofit” has a figure there (need). Clear it first.',
    );
  });
});

describe('several edits in one step', () => {
  it('are all refused when one is', () => {
    const batch: Edit = { kind: 'batch', label: 'two', edits: [amounts({}), amounts({ ref: need('l9') })] };
    expect(refusalOf(batch)).toBe('plan.unknown-line');
  });

  it('build on one another', () => {
    const batch: Edit = {
      kind: 'batch',
      label: 'a line and its need',
      edits: [
        { kind: 'add-lines', rows: [{ at: 4, row: line('x') }] },
        amounts({ ref: need('x'), minor: [5n] }),
      ],
    };
    const result = applyEdit(plan, batch, { origin: 9 });
    expect(result.ok && result.plan.lines.rows[4]?.need).toEqual({
      minor: [5n, null, null],
      origin: [9, 0, 0],
    });
    expect(result.ok && result.inverse).toMatchObject({ kind: 'batch', label: 'a line and its need' });
  });

  it('have no inverse when they hold a record, which is only ever added', () => {
    for (const edit of [
      comment({}),
      { kind: 'accept', acceptance } as const,
      { kind: 'sign', signOff } as const,
      { kind: 'batch', label: '', edits: [amounts({}), comment({})] } as const,
    ]) {
      const result = applyEdit(plan, edit, { origin: 1 });
      expect(result.ok && result.inverse).toBeNull();
    }
  });
});

describe('what may be done all the same', () => {
  it('two lines that name one another go together', () => {
    const lines = [
      { id: 'a', kind: 'capital', runningCostLine: 'b' } as const,
      { id: 'b', kind: 'revenue', runningCostLine: null } as const,
    ];
    const pair = buildPlan({ years: 1, lines });
    const result = applyEdit(pair, { kind: 'remove-lines', ids: ['a', 'b'] }, { origin: 1 });
    expect(result.ok && result.plan.lines.rows).toEqual([]);
    expect(result.ok && result.touched).toEqual({
      lines: new Set(['a', 'b']),
      sources: new Set(),
      frame: false,
      structure: true,
    });
  });

  it('a plan without amounts takes another currency', () => {
    const empty = buildPlan({ years: 1, lines: [{ id: 'a' }] });
    const result = applyEdit(empty, change({ currency: 'JPY' }), { origin: 1 });
    expect(result.ok && result.plan.currency).toBe('JPY');
  });

  it('the largest amount that a spreadsheet keeps exactly', () => {
    expect(refusalOf(amounts({ minor: [MAX_MINOR, -MAX_MINOR] }))).toBeNull();
  });

  it('an amount touches its allocation’s line and source', () => {
    const ref: SeriesRef = { of: 'allocation', line: 'l1', source: 's1', matchFor: 's2' };
    const result = applyEdit(plan, amounts({ ref }), { origin: 1 });
    expect(result.ok && result.touched).toEqual({
      lines: new Set(['l1']),
      sources: new Set(['s1']),
      frame: false,
      structure: false,
    });
    expect(result.ok && result.plan.allocations.byLine).toBe(plan.allocations.byLine);
    expect(result.ok && result.plan.lines).toBe(plan.lines);
  });
});
