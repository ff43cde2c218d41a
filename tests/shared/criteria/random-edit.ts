import fc from 'fast-check';
import { allocationId } from '#shared/plan/allocation.ts';
import type { Edit, SeriesRef } from '#shared/plan/edit.ts';
import { newAllocation, newLine, newSource } from '#shared/plan/new-plan.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { CERTAINTIES, type SourceDetails } from '#shared/plan/source.ts';
import { buildSeries } from '#tests/fixtures/build-plan.ts';

/** What an edit is made from once the plan is known that it is for. */
export type EditSeed = {
  readonly kind: (typeof KINDS)[number];
  readonly row: number;
  readonly other: number;
  readonly at: number;
  readonly minor: bigint | null;
};

const KINDS = [
  'set-need',
  'set-award',
  'set-allocation',
  'set-allocation',
  'set-certainty',
  'update-line',
  'update-source',
  'add-line',
  'remove-line',
  'add-source',
  'remove-source',
  'add-allocation',
  'remove-allocation',
  'set-plan',
  'set-years',
  'batch',
] as const;

const anyNumber = fc.nat({ max: 1000 });

export const editSeed: fc.Arbitrary<EditSeed> = fc.record({
  kind: fc.constantFrom(...KINDS),
  row: anyNumber,
  other: anyNumber,
  at: anyNumber,
  minor: fc.option(fc.bigInt({ min: -100n, max: 2500n }), { freq: 5 }),
});

/** The edit that a seed stands for in this plan, or null where the plan has no row for it. */
export function editFrom(plan: Plan, seed: EditSeed): Edit | null {
  const line = pick(plan.lines.rows, seed.row);
  const source = pick(plan.sources.rows, seed.row);
  const allocation = pick(plan.allocations.rows, seed.row);
  switch (seed.kind) {
    case 'set-need':
      return line ? setAmount(plan, { of: 'line', measure: 'need', line: line.id }, seed) : null;
    case 'set-award':
      return source ? setAmount(plan, { of: 'source', measure: 'award', source: source.id }, seed) : null;
    case 'set-allocation':
      if (!allocation) return null;
      return setAmount(
        plan,
        { of: 'allocation', line: allocation.line, source: allocation.source, matchFor: null },
        seed,
      );
    case 'batch':
      return {
        kind: 'batch',
        label: 'several',
        edits: [
          ...[0, 1, 2].flatMap(
            (step) => editFrom(plan, { ...seed, kind: 'set-allocation', row: seed.row + step }) ?? [],
          ),
          ...(editFrom(plan, { ...seed, kind: 'set-certainty' })
            ? [editFrom(plan, { ...seed, kind: 'set-certainty' })]
            : []),
        ].filter((edit) => edit !== null),
      };
    case 'set-plan':
      return { kind: 'set-plan', changes: { asOf: `${2025 + (seed.row % 8)}-03-31` } };
    case 'set-years': {
      const last = Number(plan.axis.years.at(-1));
      const { before, later } = plan.axis;
      return { kind: 'set-years', years: [...plan.axis.years, String(last + 1)], before, later };
    }
    default:
      return changeOfRow(plan, seed) ?? newRow(plan, seed);
  }
}

function changeOfRow(plan: Plan, seed: EditSeed): Edit | null {
  const line = pick(plan.lines.rows, seed.row);
  const source = pick(plan.sources.rows, seed.row);
  const { axis } = plan;
  switch (seed.kind) {
    case 'update-line':
      return line ? { kind: 'update-line', id: line.id, changes: { title: `Renamed ${seed.at}` } } : null;
    case 'update-source':
      return source ? { kind: 'update-source', id: source.id, changes: terms(seed) } : null;
    case 'set-certainty': {
      const from = pick(axis.periods, seed.at);
      return source && from
        ? {
            kind: 'set-certainty',
            source: source.id,
            from,
            values: [pick([...CERTAINTIES, null], seed.other) ?? null],
          }
        : null;
    }
    case 'remove-line':
      return line ? removal(plan, 'line', line.id) : null;
    case 'remove-source':
      return source ? removal(plan, 'source', source.id) : null;
    case 'remove-allocation': {
      const gone = pick(plan.allocations.rows, seed.row);
      return gone ? { kind: 'remove-allocations', ids: [gone.id] } : null;
    }
    default:
      return null;
  }
}

function newRow(plan: Plan, seed: EditSeed): Edit | null {
  const { axis } = plan;
  switch (seed.kind) {
    case 'add-line': {
      const need = buildSeries(
        axis,
        axis.periods.map((_, at) => (at % 3 === 2 ? null : '12')),
      );
      const row = newLine(axis, { id: `n${seed.row}-${seed.at}`, title: 'New', kind: 'revenue', need });
      return { kind: 'add-lines', rows: [{ at: seed.other % (plan.lines.rows.length + 1), row }] };
    }
    case 'add-source': {
      const award = buildSeries(
        axis,
        axis.periods.map(() => '10'),
      );
      const row = newSource(axis, { id: `n${seed.row}-${seed.at}`, name: 'New', funder: 'New', award });
      return { kind: 'add-sources', rows: [{ at: seed.other % (plan.sources.rows.length + 1), row }] };
    }
    case 'add-allocation': {
      const line = pick(plan.lines.rows, seed.row);
      const given = pick(plan.sources.rows, seed.other);
      if (!line || !given || plan.allocations.at.has(allocationId(line.id, given.id, null))) return null;
      const amounts = buildSeries(
        axis,
        axis.periods.map(() => '7.5'),
      );
      const row = newAllocation(axis, { line: line.id, source: given.id, amounts });
      return { kind: 'add-allocations', rows: [{ at: seed.at % (plan.allocations.rows.length + 1), row }] };
    }
    default:
      return null;
  }
}

function terms({ at, other }: EditSeed): Partial<SourceDetails> {
  const choices: readonly Partial<SourceDetails>[] = [
    { name: `Renamed ${other}` },
    { window: { from: '2026-04-01', to: `${2027 + (other % 5)}-03-31` } },
    { window: null },
    { carry: { rule: 'years', years: other % 3 } },
    { carry: { rule: 'none' } },
    { ringFence: { kind: 'line', lines: [] } },
    { taper: { document: 'Letter', date: '2026-01-01', page: '1' } },
    { taper: null },
  ];
  return choices[at % choices.length] ?? {};
}

function setAmount(plan: Plan, ref: SeriesRef, { at, minor }: EditSeed): Edit | null {
  const from = pick(plan.axis.periods, at);
  return from ? { kind: 'set-amounts', blocks: [{ ref, from, minor: [minor] }] } : null;
}

/** A row can only go when nothing is allocated to it. */
function removal(plan: Plan, of: 'line' | 'source', id: string): Edit {
  const funding = plan.allocations.rows.filter((row) => row[of] === id).map((row) => row.id);
  return {
    kind: 'batch',
    label: 'remove',
    edits: [
      { kind: 'remove-allocations', ids: funding },
      of === 'line' ? { kind: 'remove-lines', ids: [id] } : { kind: 'remove-sources', ids: [id] },
    ],
  };
}

function pick<Item>(items: readonly Item[], at: number): Item | undefined {
  return items.length === 0 ? undefined : items[at % items.length];
}
