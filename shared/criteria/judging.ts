import type { PlainMessageId } from '../messages/message.ts';
import type { Names, Conclusion } from './check.ts';
import { NO_EVIDENCE, type EvidencePile } from './evidence.ts';
import { NOTHING_MISSING, type MissingList } from './missing.ts';

/** There is nothing to test, for the reason that the message gives. */
export function notApplicable(reason: PlainMessageId): Conclusion {
  return {
    state: 'not-applicable',
    value: null,
    evidence: NO_EVIDENCE,
    missing: NOTHING_MISSING,
    message: { id: reason },
  };
}

/**
 * Something is missing that the check needs. `failsAnyway` says that the plan would fail whatever the missing figures
 * turn out to be; the state does not change for that, but the sentence says so.
 */
export function cannotBeJudged(
  missing: MissingList,
  names: Names,
  known: { readonly failsAnyway: boolean; readonly evidence?: EvidencePile; readonly value?: string },
): Conclusion {
  const first = missing.first[0] ?? { line: null, source: null, period: null, field: '' };
  return {
    state: 'cannot-be-judged',
    value: known.value ?? null,
    evidence: known.evidence ?? NO_EVIDENCE,
    missing,
    message: {
      id: 'check.cannot-be-judged',
      values: {
        field: first.field,
        line: first.line === null ? null : names.line(first.line),
        source: first.source === null ? null : names.source(first.source),
        period: first.period,
        others: Math.max(0, missing.count - 1),
        failsAnyway: known.failsAnyway,
      },
    },
  };
}
