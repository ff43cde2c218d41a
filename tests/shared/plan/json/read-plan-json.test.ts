import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlanJson } from '#shared/plan/json/read-plan-json.ts';
import { writePlanJson } from '#shared/plan/json/write-plan-json.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { fullPlanJson, smallPlanJson, type LooseJson } from '#tests/fixtures/plan-json.ts';

function read(json: LooseJson | string): Plan {
  const result = readPlanJson(typeof json === 'string' ? json : JSON.stringify(json));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.plan;
}

function errorsOf(json: LooseJson | string): string[] {
  const result = readPlanJson(typeof json === 'string' ? json : JSON.stringify(json));
  return result.ok ? [] : result.errors.map(({ path, message }) => `${path} ${message.id}`);
}

/** The full plan with one place of it changed: `put('lines.0.need.2027', 'x')`. */
function put(path: string, value: unknown, json: LooseJson = fullPlanJson()): LooseJson {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at: LooseJson = json;
  // A path of the fixture leads through objects and lists alone.
  for (const step of steps) at = at[step] as LooseJson;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return json;
}

describe('reading', () => {
  it('gives every field that is absent its default', () => {
    const plan = read(smallPlanJson());
    const { axis, lines, sources, allocations, ...rest } = plan;
    expect(rest).toEqual({
      id: '',
      title: '',
      place: null,
      currency: 'GBP',
      locale: 'en-GB',
      asOf: '2026-11-22',
      calendar: { startMonth: 4, naming: 'both' },
      priceBasis: { kind: 'nominal' },
      index: null,
      bridgingReserve: 0n,
      profile: 'standard',
      thresholds: [],
      assumptions: '',
      objectives: [],
      places: [],
      themes: [
        { id: 'economic', title: 'Economic', report: 'economic' },
        { id: 'cultural', title: 'Cultural', report: 'cultural' },
        { id: 'business', title: 'Business', report: 'business' },
        { id: 'spatial', title: 'Spatial', report: 'spatial' },
      ],
      reviews: [],
      exchanges: [],
      outturn: null,
      holds: [],
      virements: [],
      statedTotals: [],
      comments: [],
      acceptances: [],
      signOffs: [],
    });
    expect(axis).toMatchObject({ years: ['2026', '2027', '2028'], before: false, later: false });
    expect(lines.rows[0]).toMatchObject({
      code: '',
      programme: '',
      place: null,
      recurring: null,
      mitigation: '0',
      isEvaluation: false,
      themes: [],
      need: { minor: [100000000n, 120000050n, null], origin: [0, 0, 0] },
      actual: { minor: [null, null, null] },
    });
    expect(sources.rows[0]).toMatchObject({
      funderType: null,
      window: null,
      matchShare: null,
      award: { minor: [null, null, null] },
      certainty: [null, null, null],
    });
    expect(allocations.rows[0]).toMatchObject({
      matchFor: null,
      amounts: { minor: [70000000n, null, null] },
    });
  });

  it('reads every field, buckets and implied report themes included', () => {
    const plan = read(fullPlanJson());
    expect(plan.axis.periods).toEqual(['before', '2026', '2027', '2028', 'later']);
    expect(plan.lines.rows[0]?.need.minor).toEqual([500n, 100000000n, 120000050n, null, -307n]);
    expect(plan.themes.map((theme) => theme.report)).toEqual(['economic', 'cultural', null]);
    expect(plan.lines.rows[0]?.themes).toEqual([
      { theme: 'economic', weight: '1' },
      { theme: 'other', weight: '2.50' },
    ]);
    expect(plan.sources.rows[0]?.certainty).toEqual([null, 4, 3, 0, null]);
    expect(plan.bridgingReserve).toBe(25000050n);
    expect(plan.virements[0]?.amount).toBe(500000n);
  });

  it('writes what it read and reads the same plan again', () => {
    for (const json of [smallPlanJson(), fullPlanJson()]) {
      const plan = read(json);
      expect(read(writePlanJson(plan))).toEqual(plan);
    }
  });

  it('reads yen without decimals and dinars with three', () => {
    const yen = put('currency', 'JPY', put('lines.0.need.2027', '1200000', smallPlanJson()));
    expect(read(yen).lines.rows[0]?.need.minor).toEqual([1000000n, 1200000n, null]);
    const dinars = put('currency', 'KWD', smallPlanJson());
    expect(read(dinars).lines.rows[0]?.need.minor[1]).toBe(1200000500n);
  });
});

describe('refusing', () => {
  it.each([
    ['lines.0.extra', 1, 'lines[0].extra plan-json.unknown-field'],
    ['extra', 1, 'extra plan-json.unknown-field'],
    ['sources.0.window.until', '2029-03-31', 'sources[0].window.until plan-json.unknown-field'],
    ['sources.0.payment.lag', 3, 'sources[0].payment.lag plan-json.unknown-field'],
    ['currency', undefined, 'currency plan-json.missing'],
    ['lines.0.kind', undefined, 'lines[0].kind plan-json.missing'],
    ['sources.0.funder', undefined, 'sources[0].funder plan-json.missing'],
    ['allocations.0.amounts', undefined, 'allocations[0].amounts plan-json.missing'],
    ['lines.0.need', null, 'lines[0].need plan-json.not-an-object'],
    ['lines.0.need.2027', 1200, 'lines[0].need.2027 plan-json.not-text'],
    ['lines.0.need.2027', '1.234', 'lines[0].need.2027 plan-json.too-many-decimals'],
    ['lines.0.need.2027', '1,234', 'lines[0].need.2027 plan-json.not-an-amount'],
    ['lines.0.need.2027', '', 'lines[0].need.2027 plan-json.not-an-amount'],
    ['lines.0.need.2027', '1e3', 'lines[0].need.2027 plan-json.not-an-amount'],
    ['lines.0.need.2027', '10000000000000', 'lines[0].need.2027 plan-json.amount-too-large'],
    ['lines.0.need.2031', '1', 'lines[0].need.2031 plan-json.period-outside-plan'],
    ['lines.0.need.next', '1', 'lines[0].need.next plan-json.not-a-period'],
    ['lines.0.contingency.risk.1999', '1', 'lines[0].contingency.risk.1999 plan-json.period-outside-plan'],
    ['sources.0.certainty.2026', 5, 'sources[0].certainty.2026 plan-json.not-one-of'],
    ['sources.0.certainty.2026', '4', 'sources[0].certainty.2026 plan-json.not-one-of'],
    ['sources.0.matchShare', '1', 'sources[0].matchShare plan-json.not-a-share-below-one'],
    ['sources.0.matchShare', 0.1, 'sources[0].matchShare plan-json.not-text'],
    [
      'sources.0.window',
      { from: '2027-01-02', to: '2027-01-01' },
      'sources[0].window plan-json.window-reversed',
    ],
    ['sources.0.window', 'open', 'sources[0].window plan-json.not-one-of'],
    ['sources.0.window.to', '2029-02-30', 'sources[0].window.to plan-json.not-a-date'],
    ['sources.0.payment.lagMonths', -1, 'sources[0].payment.lagMonths plan-json.too-small'],
    ['sources.0.payment', { mode: 'later' }, 'sources[0].payment.mode plan-json.not-one-of'],
    ['sources.0.carry', { rule: 'years' }, 'sources[0].carry.years plan-json.missing'],
    ['sources.0.ringFence.themes.0', 'nowhere', 'sources[0].ringFence.themes[0] plan.dangling-reference'],
    ['sources.1.ringFence.lines.0', 'l9', 'sources[1].ringFence.lines[0] plan.dangling-reference'],
    ['lines.0.mitigation', '1.1', 'lines[0].mitigation plan-json.not-a-share'],
    ['lines.0.stage', 'started', 'lines[0].stage plan-json.not-one-of'],
    ['lines.0.title', null, 'lines[0].title plan-json.not-text'],
    ['lines.0.isEvaluation', 'no', 'lines[0].isEvaluation plan-json.not-true-or-false'],
    ['lines.0.objectives', 'o1', 'lines[0].objectives plan-json.not-a-list'],
    ['lines.0.objectives.0', 'o9', 'lines[0].objectives[0] plan.dangling-reference'],
    ['lines.0.place', 'pl9', 'lines[0].place plan.dangling-reference'],
    ['lines.0.runningCostLine', 'l9', 'lines[0].runningCostLine plan.dangling-reference'],
    ['lines.0.runningCostLine', 'l1', 'lines[0].runningCostLine plan.running-cost-line-not-revenue'],
    ['lines.0.themes.1.theme', 'x', 'lines[0].themes[1].theme plan.dangling-reference'],
    ['lines.0.themes.1.weight', '-1', 'lines[0].themes[1].weight plan-json.decimal-below-zero'],
    ['lines.0.evidence.0.factor', 11, 'lines[0].evidence[0].factor plan-json.too-large'],
    ['lines.0.completionYear', '27', 'lines[0].completionYear plan-json.not-a-year'],
    ['lines.1.id', 'l1', 'lines[1].id plan-json.duplicate-id'],
    ['lines.1.id', '', 'lines[1].id plan-json.too-small'],
    ['allocations.1.source', 's9', 'allocations[1].source plan.dangling-reference'],
    ['allocations.0.line', 'l9', 'allocations[0].line plan.dangling-reference'],
    ['allocations.1.matchFor', 's2', 'allocations[1].matchFor plan.match-for-itself'],
    ['years', ['2026', '2028'], 'years[1] plan.years-not-contiguous'],
    ['years', ['2027', '2026'], 'years[1] plan.years-not-contiguous'],
    ['years', [], 'years plan.too-many-years'],
    ['years', [2026], 'years[0] plan-json.not-text'],
    ['years', ['26'], 'years[0] plan-json.not-a-year'],
    ['before', false, 'lines[0].need.before plan-json.period-outside-plan'],
    ['currency', 'GPB', 'currency plan-json.not-a-currency'],
    ['locale', 'english!', 'locale plan-json.not-a-locale'],
    ['asOf', '22/11/2026', 'asOf plan-json.not-a-date'],
    ['calendar.startMonth', 13, 'calendar.startMonth plan-json.too-large'],
    ['calendar.startMonth', 4.5, 'calendar.startMonth plan-json.not-a-whole-number'],
    ['calendar.naming', undefined, 'calendar.naming plan-json.missing'],
    ['index.values.2027', '0', 'index.values.2027 plan-json.decimal-not-above-zero'],
    ['priceBasis', { kind: 'real' }, 'priceBasis.baseYear plan-json.missing'],
    ['profile', 'bold', 'profile plan-json.not-one-of'],
    ['thresholds.0.name', 'yearPass', 'thresholds[0] plan-json.unknown-threshold'],
    ['thresholds.0.check', 'LG-9', 'thresholds[0] plan-json.unknown-threshold'],
    ['thresholds.0.value', 'ten', 'thresholds[0].value plan-json.not-a-decimal'],
    ['thresholds.0.at', 'yesterday', 'thresholds[0].at plan-json.not-a-moment'],
    ['holds.0.years.0', '2040', 'holds[0].years[0] plan.dangling-reference'],
    ['virements.0.to.line', 'l9', 'virements[0].to.line plan.dangling-reference'],
    ['statedTotals.0.cells.0.line', 'l9', 'statedTotals[0].cells[0].line plan.dangling-reference'],
    ['comments.1.replyTo', 'c9', 'comments[1].replyTo plan.record-names-unknown'],
    ['acceptances.1.withdraws', 'a9', 'acceptances[1].withdraws plan.record-names-unknown'],
    ['acceptances.0.check', 'XX-1', 'acceptances[0].check plan-json.not-one-of'],
    ['version', 2, 'version plan-json.newer-version'],
    ['version', '1', 'version plan-json.not-one-of'],
    ['format', 'other', 'format plan-json.not-a-plan'],
  ])('%s = %j', (path, value, expected) => {
    expect(errorsOf(put(path, value))).toContain(expected);
  });

  it('refuses a second allocation of the same money', () => {
    const json = smallPlanJson();
    const again = { line: 'l1', source: 's1', matchFor: null, amounts: {} };
    expect(errorsOf(put('allocations.1', again, json))).toEqual([
      'allocations[1] plan-json.duplicate-allocation',
    ]);
  });

  it('refuses a key that stands twice, which a parser would drop without a word', () => {
    const text = JSON.stringify(smallPlanJson()).replace(
      '"2026":"1000000"',
      '"2026":"1","20\\u00326":"1000000"',
    );
    expect(errorsOf(text)).toEqual(['lines[0].need.2026 plan-json.repeated-field']);
  });

  it('refuses the key that objects treat in their own way', () => {
    const text = JSON.stringify(smallPlanJson()).replace('"2026":"1000000"', '"__proto__":"1"');
    expect(errorsOf(text)).toEqual(['lines[0].need.__proto__ plan-json.unknown-field']);
  });

  it('refuses what is no JSON, and JSON that is no plan', () => {
    expect(errorsOf('{"format":')).toEqual([' plan-json.not-json']);
    expect(errorsOf('[]')).toEqual(['format plan-json.not-a-plan']);
    expect(errorsOf('null')).toEqual(['format plan-json.not-a-plan']);
  });

  it('takes a byte order mark for what it is', () => {
    expect(errorsOf(`\uFEFF${JSON.stringify(smallPlanJson())}`)).toEqual([]);
  });

  it('tells every error of a plan at once', () => {
    const json = put('lines.0.stage', 'x', put('sources.0.name', 7));
    expect(errorsOf(json)).toEqual([
      'lines[0].stage plan-json.not-one-of',
      'sources[0].name plan-json.not-text',
    ]);
  });
});

describe('the description of the format', () => {
  it('shows a smallest plan that can be read', () => {
    const page = readFileSync(new URL('../../../../docs/plan-json.md', import.meta.url), 'utf8');
    const [, shown = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
    expect(read(shown).allocations.rows[0]?.amounts.minor).toEqual([70000000n, null]);
  });
});
