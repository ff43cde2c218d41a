import { statSync } from 'node:fs';
import type { ComparisonPage, StateRef } from '#shared/api/history-api.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { comparePlans, type PlanComparison } from '#shared/review/compare-plans.ts';
import { openDocument } from '#main/document/document.ts';
import { explainFileError } from '#main/document/explain-error.ts';
import { chosenPath } from './chosen-path.ts';
import { goneNames, namesIn, type NameOf } from './gone-names.ts';
import type { PlannerPorts } from './ports.ts';
import type { Session } from './session.ts';

/** Which states are compared, and the page of their changes that is asked for. */
export type ComparisonAsked = {
  readonly from: StateRef;
  readonly to: StateRef;
  readonly offset: number;
  readonly limit: number;
};

type Comparison = PlanComparison & { readonly nameOf: NameOf };

/** Compares states of a plan; the last comparison of each open plan is kept, so that its pages are cut from one. */
export function createComparisons(ports: PlannerPorts): {
  readonly pageOf: (session: Session, asked: ComparisonAsked) => ComparisonPage;
} {
  const last = new WeakMap<Session, { readonly key: string; readonly comparison: Comparison }>();
  const compared = (session: Session, { from, to }: ComparisonAsked): Comparison => {
    const key = JSON.stringify([from, to].map((ref) => identityOf(ports, session, ref)));
    const known = last.get(session);
    if (known?.key === key) return known.comparison;
    const [before, after] = [planOf(ports, session, from), planOf(ports, session, to)];
    const made = comparePlans(before, after);
    const comparison = { ...made, nameOf: namesIn([after, before], made.changes) };
    last.set(session, { key, comparison });
    return comparison;
  };
  return {
    pageOf: (session, asked) => {
      const { currency, totals, changes, nameOf } = compared(session, asked);
      const page = changes.slice(asked.offset, asked.offset + asked.limit);
      const gone = goneNames(page, session.state().plan, nameOf);
      return { currency, totals, changes: page, count: changes.length, gone };
    },
  };
}

/** What tells one state from another: the same state is the same plan. */
function identityOf({ tokens }: PlannerPorts, session: Session, ref: StateRef): readonly unknown[] {
  switch (ref.kind) {
    case 'current':
      return [ref.kind, session.state().seq];
    case 'version':
      return [ref.kind, ref.number];
    case 'file': {
      const path = chosenPath(tokens, ref.file);
      const { ino, size, mtimeMs } = statOf(path);
      return [ref.kind, path, ino, size, mtimeMs];
    }
  }
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    throw explainFileError(error, path);
  }
}

function planOf({ tokens, user, clock }: PlannerPorts, session: Session, ref: StateRef): Plan {
  switch (ref.kind) {
    case 'current':
      return session.state().plan;
    case 'version':
      return session.document().versions.planOf(ref.number);
    case 'file': {
      const path = chosenPath(tokens, ref.file);
      const document = openDocument(path, { user: user(), now: clock.now(), mode: 'read' });
      document.close();
      return document.opened.plan;
    }
  }
}
