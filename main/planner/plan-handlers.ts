import { defaultCalendarFor, toYearId, yearsBetween } from '#shared/calendar/fiscal-year.ts';
import type { FiscalCalendar } from '#shared/calendar/fiscal-year.ts';
import { refuseYears } from '#shared/plan/edits/set-years.ts';
import { newPlan } from '#shared/plan/new-plan.ts';
import { localDate } from '#main/host/local-time.ts';
import type { Handlers, PlannerContext } from './context.ts';
import { Refusal } from './refusal.ts';
import { readSample } from './samples.ts';

type PlanChannel =
  | 'plan/create'
  | 'plan/open-sample'
  | 'plan/get-snapshot'
  | 'plan/apply-edit'
  | 'plan/undo'
  | 'plan/redo'
  | 'plan/close'
  | 'plan/get-provenance'
  | 'checks/get-results';

/** The calls about plans: making, changing and closing them. */
export function planHandlers({ ports, plans }: PlannerContext): Handlers<PlanChannel> {
  return {
    'plan/create': ({ title, currency, locale, startMonth, firstYear, years }) => {
      const span = yearsBetween(firstYear, toYearId(Number(firstYear) + years - 1));
      const refusal = refuseYears(span);
      if (refusal) throw new Refusal('bad-years', refusal);
      const plan = newPlan({
        id: ports.newId(),
        title,
        currency,
        locale,
        asOf: localDate(ports.clock.now()),
        calendar: calendarFor(locale, startMonth),
        years: span,
      });
      return plans.openDraft(plan, 'person').opened();
    },
    'plan/open-sample': async ({ sample }) => {
      const plan = await readSample(ports.folders.samples, sample);
      return plans.openDraft({ ...plan, id: ports.newId() }, 'sample').opened();
    },
    'plan/get-snapshot': ({ plan }) => plans.get(plan).snapshot(),
    'plan/apply-edit': ({ plan, base, edit }) => plans.get(plan).apply(base, edit),
    'plan/undo': ({ plan }) => plans.get(plan).undo(),
    'plan/redo': ({ plan }) => plans.get(plan).redo(),
    'plan/close': ({ plan }) => {
      plans.close(plan);
      return null;
    },
    'plan/get-provenance': ({ plan, origin }) => plans.get(plan).document().findProvenance(origin),
    'checks/get-results': ({ plan }) => plans.checksOf(plan).current(),
  };
}

/** The usual naming of the locale where it fits the month; else years are named by both of theirs. */
function calendarFor(locale: string, startMonth: number): FiscalCalendar {
  const usual = defaultCalendarFor(locale);
  if (usual.startMonth === startMonth) return usual;
  return { startMonth, naming: startMonth === 1 ? 'single' : 'both' };
}
