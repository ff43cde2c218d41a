import type { Plan } from '#shared/plan/plan.ts';
import { findRow } from '#shared/plan/table.ts';
import type { GridRow } from './grid-row.ts';
import type { LineTarget } from './LineDialog.tsx';

/** Where a new line goes: behind the line in focus and into its programme, or to the end of the programme in focus. */
export function targetOfRow(plan: Plan, row: GridRow | null): LineTarget {
  if (row?.kind === 'line' || row?.kind === 'allocation')
    return { kind: 'new', behind: row.line, programme: findRow(plan.lines, row.line)?.programme ?? '' };
  if (row?.kind !== 'group') return { kind: 'new', behind: null, programme: '' };
  const last = plan.lines.rows.findLast(({ programme }) => programme === row.programme);
  return { kind: 'new', behind: last?.id ?? null, programme: row.programme };
}
