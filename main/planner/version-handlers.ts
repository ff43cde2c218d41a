import type { StepAnswer } from '#shared/api/api.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { packPlan } from '#shared/plan/packed-plan.ts';
import { restoreEdit } from '#shared/review/restore-edit.ts';
import { createComparisons } from './comparisons.ts';
import type { Handlers, PlannerContext } from './context.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

type VersionChannel =
  | 'versions/list'
  | 'versions/create'
  | 'versions/update'
  | 'versions/get-plan'
  | 'versions/compare'
  | 'versions/restore';

/** The calls about the versions of a plan: keeping, showing, comparing and restoring them. */
export function versionHandlers({ ports, plans }: PlannerContext): Handlers<VersionChannel> {
  const comparisons = createComparisons(ports);
  const versionsOf = (handle: string) => plans.get(handle).document().versions;
  return {
    'versions/list': ({ plan }) => versionsOf(plan).list(),
    'versions/create': ({ plan: handle, ...text }) => {
      const { plan, seq } = plans.get(handle).state();
      const at = ports.clock.now().toISOString();
      return versionsOf(handle).create({ ...text, by: ports.user(), at, seq, plan });
    },
    'versions/update': ({ plan, number, ...text }) => versionsOf(plan).update(number, text),
    'versions/get-plan': ({ plan, number }) => ({ plan: packPlan(versionsOf(plan).planOf(number)) }),
    'versions/compare': ({ plan, ...asked }) => comparisons.pageOf(plans.get(plan), asked),
    'versions/restore': ({ plan, number }) => restore(plans.get(plan), number),
  };
}

/**
 * Brings the plan back to a version as one step, which names the version in the words of the plan's readers.
 * @throws Refusal when the plan is as it was then.
 */
function restore(session: Session, number: number): StepAnswer {
  const { plan: now, seq } = session.state();
  const { versions } = session.document();
  const then = versions.planOf(number);
  const values = { name: versions.list().find((version) => version.number === number)?.name ?? '' };
  const label = writeMessage({ id: 'planner.restored-version', values }, makeFormats(now));
  const edit = restoreEdit(now, then, label);
  if (edit === null) throw new Refusal('nothing-to-restore', { id: 'planner.nothing-to-restore', values });
  return { ...session.apply(seq, edit), edit };
}
