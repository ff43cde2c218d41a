import type { ImportState } from '#main/import/import-state.ts';
import type { ImportChoices } from '#shared/api/api.ts';
import { yearLabel, yearsBetween } from '#shared/calendar/fiscal-year.ts';
import { findGaps } from '#shared/calendar/resolve-years.ts';
import type { Message } from '#shared/messages/message.ts';
import { makeAxis } from '#shared/plan/axis.ts';
import type { YearAxis } from '#shared/plan/axis.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { newPlan } from '#shared/plan/new-plan.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { MOST_YEARS } from '#main/import/choose-years.ts';
import { buildRows } from './build-rows.ts';
import { mapChoices } from './map-choices.ts';
import type { Mapped } from './map-choices.ts';

type Problem = { readonly ok: false; readonly problem: Message };
/** A new plan without lines, and the one edit that brings everything. */
export type PlanImport = { readonly ok: true; readonly plan: Plan; readonly edit: Edit } | Problem;
export type EditImport = { readonly ok: true; readonly edit: Edit } | Problem;

const refuse = (problem: Message): Problem => ({ ok: false, problem });

/** Makes a new plan for what the choices take, and the import edit to apply to it. `today` is the plan's as-of date. */
export function planFromImport(
  state: ImportState,
  choices: ImportChoices,
  given: { readonly id: string; readonly today: string },
): PlanImport {
  const result = mapChoices(state, choices);
  if (!result.ok) return result;
  const { calendar, currency, years, before, later } = result.mapped;
  const plan = newPlan({
    id: given.id,
    title: choices.title,
    currency,
    locale: choices.locale,
    asOf: given.today,
    calendar,
    years,
    before,
    later,
  });
  return { ok: true, plan, edit: importEdit(state, result.mapped, plan) };
}

/** Makes the import edit that adds what the choices take to an existing plan, whose years grow as far as needed. */
export function editFromImport(state: ImportState, choices: ImportChoices, plan: Plan): EditImport {
  if (choices.currency !== plan.currency) {
    return refuse({
      id: 'import.currency-differs',
      values: { currency: choices.currency, plan: plan.currency },
    });
  }
  if (choices.startMonth !== plan.calendar.startMonth) {
    const values = { month: choices.startMonth, plan: plan.calendar.startMonth };
    return refuse({ id: 'import.calendar-differs', values });
  }
  const result = mapChoices(state, choices);
  if (!result.ok) return result;
  const together = [...new Set([...plan.axis.years, ...result.mapped.years])].toSorted();
  const gaps = findGaps(together);
  if (gaps.length > 0 && !choices.confirmGaps) {
    const years = gaps.map((id) => yearLabel(id, plan.calendar, choices.locale));
    return refuse({ id: 'import.years-with-gap', values: { years } });
  }
  const all = yearsBetween(together[0] ?? '', together.at(-1) ?? '');
  if (all.length > MOST_YEARS) return refuse({ id: 'import.too-many-years', values: { count: all.length } });
  return { ok: true, edit: importEdit(state, { ...result.mapped, years: all }, plan) };
}

function importEdit(state: ImportState, mapped: Mapped, plan: Plan): Edit {
  const axis = makeAxis(mapped.years, mapped.before || plan.axis.before, mapped.later || plan.axis.later);
  const { lines, sources, allocations, cells } = buildRows(state, mapped, { axis, plan });
  const edits: Edit[] = [];
  if (!isSameAxis(axis, plan.axis)) {
    edits.push({ kind: 'set-years', years: axis.years, before: axis.before, later: axis.later });
  }
  const placed = <Row>(rows: readonly Row[], after: number) =>
    rows.map((row, index) => ({ at: after + index, row }));
  if (sources.length > 0)
    edits.push({ kind: 'add-sources', rows: placed(sources, plan.sources.rows.length) });
  if (lines.length > 0) edits.push({ kind: 'add-lines', rows: placed(lines, plan.lines.rows.length) });
  if (allocations.length > 0) {
    edits.push({ kind: 'add-allocations', rows: placed(allocations, plan.allocations.rows.length) });
  }
  return { kind: 'import', file: state.file, edits, cells };
}

function isSameAxis(one: YearAxis, other: YearAxis): boolean {
  return one.periods.join(' ') === other.periods.join(' ');
}
