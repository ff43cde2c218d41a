import type { Minor } from '#shared/money/amount.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Certainty, Source } from '#shared/plan/source.ts';
import { findRow } from '#shared/plan/table.ts';
import { type PeriodAmounts, sourceUse, sumAmounts, sumPeriods } from '#shared/plan/totals.ts';
import type { RowMemory } from '#renderer/grid/row-memory.ts';

/** A row of the sources' grid; `source` is null for the total of all. The same object means the same content. */
export type SourceRow = {
  readonly id: string;
  readonly source: Source | null;
  readonly name: string;
  readonly award: PeriodAmounts;
  readonly certainty: readonly (Certainty | null)[];
  readonly total: Minor | null;
  readonly allocated: Minor | null;
  /** The award less what is allocated; below 0 where more is promised than given; blank while no award is known. */
  readonly left: Minor | null;
};

export type SourceRows = { readonly rows: readonly SourceRow[]; readonly total: SourceRow };

const TOTAL_ID = 'total of all sources';

/** The rows for the sources of a plan in their order, and their total. */
export function buildSourceRows(plan: Plan, memory: RowMemory, totalName: string): SourceRows {
  memory.beginRound(true);
  const rows = plan.sources.rows.map((source) => {
    const ids = plan.allocations.bySource.get(source.id) ?? [];
    const given = ids.map((id) => findRow(plan.allocations, id));
    return memory.recall(source.id, [source, ...given], () => sourceRow(plan, source));
  });
  const total = memory.recall(TOTAL_ID, [totalName, plan.axis, ...rows], () =>
    totalRow(plan, rows, totalName),
  );
  return { rows, total };
}

function sourceRow(plan: Plan, source: Source): SourceRow {
  const { id, name, award, certainty } = source;
  const total = sumPeriods(award.minor);
  const allocated = sumPeriods(sourceUse(plan, id));
  const left = total === null ? null : total - (allocated ?? 0n);
  return { id, source, name, award: award.minor, certainty, total, allocated, left };
}

function totalRow({ axis }: Plan, rows: readonly SourceRow[], name: string): SourceRow {
  const award = sumAmounts(
    rows.map((row) => row.award),
    axis.periods.length,
  );
  return {
    id: TOTAL_ID,
    source: null,
    name,
    award,
    certainty: [],
    total: sumPeriods(award),
    allocated: sumPeriods(rows.map(({ allocated }) => allocated)),
    left: sumPeriods(rows.map(({ left }) => left)),
  };
}
