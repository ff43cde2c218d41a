import type { CheckResult, CheckState } from '#shared/criteria/result.ts';

/** A check that now says something else than before. */
export type StateChange = { readonly id: string; readonly from: CheckState; readonly to: CheckState };

type Judged = Pick<CheckResult, 'id' | 'state'>;

/** The checks whose state is another than before; a check that was not there before has not changed. */
export function findStateChanges(
  before: readonly Judged[],
  after: readonly Judged[],
): readonly StateChange[] {
  const known = new Map(before.map(({ id, state }) => [id, state]));
  return after.flatMap(({ id, state }) => {
    const from = known.get(id);
    return from === undefined || from === state ? [] : [{ id, from, to: state }];
  });
}
