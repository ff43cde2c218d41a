import type { GridMeasure, ViewState } from '#renderer/store/view-store.ts';
import type { Evidence, Missing } from '#shared/criteria/result.ts';
import { sumMinor } from '#shared/money/amount.ts';
import type { Plan } from '#shared/plan/plan.ts';

type ViewChange = Partial<Pick<ViewState, 'room' | 'measure' | 'sourcesMeasure' | 'sought'>>;

/**
 * The measure under which the amounts of a check's evidence stand: gaps under Gap; need that no certain money meets,
 * and payments that fall, beside the sources that pay.
 */
const MEASURES: Readonly<Record<string, GridMeasure>> = {
  'SC-1': 'gap',
  'SC-2': 'funding',
  'LG-2': 'gap',
  'LG-4': 'funding',
};

/** What of a plan tells its totals. */
type PlaceSums = Pick<Plan, 'axis' | 'lines' | 'allocations'>;

/**
 * What the view must change to show where a piece of a check's evidence or a missing entry stands: lines in the plan,
 * with their funding when a source is named too; a source alone among the sources; a period alone in the plan's total.
 * Null when it stands nowhere.
 */
export function viewOfPlace(plan: PlaceSums, check: string, place: Evidence | Missing): ViewChange | null {
  const { line, source, period } = place;
  const sought = { line, source, period };
  const field = 'field' in place ? place.field : null;
  if (line === null && source !== null) {
    return { room: 'sources', sourcesMeasure: field === 'certainty' ? 'certainty' : 'award', sought };
  }
  if (line === null && period === null) return null;
  const measure = line === null ? measureOfTotal(plan, place) : measureOf(check, field, source);
  return { room: 'plan', sought, ...(measure !== undefined && { measure }) };
}

function measureOf(check: string, field: string | null, source: string | null): GridMeasure | undefined {
  if (source !== null) return 'funding';
  if (field !== null) return field === 'need' ? 'need' : undefined;
  return MEASURES[check];
}

/** An amount of the whole plan is its need, contingency included, unless it is what its sources give. */
function measureOfTotal({ axis, lines, allocations }: PlaceSums, place: Evidence | Missing): GridMeasure {
  const at = place.period === null ? -1 : axis.periods.indexOf(place.period);
  const need = sumMinor(lines.rows.map((row) => row.need.minor[at] ?? null));
  const funding = sumMinor(allocations.rows.map(({ amounts }) => amounts.minor[at] ?? null));
  return 'minor' in place && place.minor === funding && funding !== need ? 'funding' : 'need';
}
