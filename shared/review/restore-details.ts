import type { Edit } from '../plan/edit.ts';
import type { Plan, PlanDetails } from '../plan/plan.ts';
import { detailsReferences, type Reference } from '../plan/references.ts';
import { PLAN_FIELDS } from './detail-fields.ts';
import type { KeptRows } from './kept-rows.ts';
import { isSameValue } from './same-value.ts';

type Named = { readonly id: string };

const NAMING_LISTS = ['holds', 'virements', 'statedTotals'] as const;

/**
 * What must change in the plan's own lists before rows and years can: places, objectives and themes are those of now and
 * then together, since rows of either name them, and a list that names a row or period that goes out is emptied.
 */
export function makeRoomInDetails(now: Plan, then: Plan, kept: KeptRows): Partial<PlanDetails> {
  const goes = goesOut(then, kept);
  const emptied = NAMING_LISTS.filter((list) =>
    detailsReferences({ holds: [], virements: [], statedTotals: [], [list]: now[list] }).some(goes),
  );
  return {
    ...(lacks(now.places, then.places) ? { places: together(now.places, then.places) } : {}),
    ...(lacks(now.objectives, then.objectives)
      ? { objectives: together(now.objectives, then.objectives) }
      : {}),
    ...(lacks(now.themes, then.themes) ? { themes: together(now.themes, then.themes) } : {}),
    ...Object.fromEntries(emptied.map((list) => [list, []])),
  };
}

/** What goes along with a new currency: every amount that the plan holds besides those of rows. */
export function changeOfCurrency(now: Plan, then: Plan): Partial<PlanDetails> {
  if (now.currency === then.currency) return {};
  const { currency, bridgingReserve, outturn } = then;
  return { currency, bridgingReserve, outturn, virements: [], statedTotals: [] };
}

/** The fields that still differ, as they are to be. */
export function remainingDetails(current: PlanDetails, then: PlanDetails): Partial<PlanDetails> {
  const fields = PLAN_FIELDS.filter((field) => !isSameValue(current[field], then[field]));
  return Object.fromEntries(fields.map((field) => [field, then[field]]));
}

/** An edit of the plan's own fields; none when nothing is to change. */
export function planEdits(changes: Partial<PlanDetails>): Edit[] {
  return Object.keys(changes).length === 0 ? [] : [{ kind: 'set-plan', changes }];
}

function goesOut(then: Plan, kept: KeptRows): (reference: Reference) => boolean {
  const periods = new Set<string>(then.axis.periods);
  return ({ to, id }) => {
    if (to === 'line') return !kept.lines.has(id);
    if (to === 'source') return !kept.sources.has(id);
    return to === 'period' && !periods.has(id);
  };
}

function lacks(rows: readonly Named[], wanted: readonly Named[]): boolean {
  const known = new Set(rows.map((row) => row.id));
  return wanted.some(({ id }) => !known.has(id));
}

function together<Row extends Named>(now: readonly Row[], then: readonly Row[]): readonly Row[] {
  const wanted = new Set(then.map((row) => row.id));
  return [...then, ...now.filter(({ id }) => !wanted.has(id))];
}
