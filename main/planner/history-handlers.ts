import { passesFilter } from '#main/document/history-filter.ts';
import type { Handlers, PlannerContext } from './context.ts';
import { goneNames } from './gone-names.ts';
import { stepLabel } from './step-label.ts';

/** The calls about what was done to a plan, step by step. */
export function historyHandlers({ plans }: PlannerContext): Handlers<'history/list' | 'history/get-changes'> {
  return {
    'history/list': ({ plan: handle, ...request }) => {
      const session = plans.get(handle);
      const { history } = session.document();
      const { steps, next, people } = history.page(request);
      const changes = steps.flatMap((step) => step.changes);
      return {
        entries: steps.map(({ kind, label, ...step }) => ({ ...step, label: stepLabel({ kind, label }) })),
        gone: goneNames(changes, session.state().plan, history.nameOf),
        next,
        people,
      };
    },
    'history/get-changes': ({ plan: handle, seq, filter, offset, limit }) => {
      const session = plans.get(handle);
      const { history } = session.document();
      const all = history.changesOf(seq).filter((change) => passesFilter(filter, change));
      const changes = all.slice(offset, offset + limit);
      return {
        changes,
        count: all.length,
        gone: goneNames(changes, session.state().plan, history.nameOf),
      };
    },
  };
}
