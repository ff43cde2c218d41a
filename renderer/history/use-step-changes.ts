import { useState } from 'react';
import { useApp, useOpenPlan } from '#renderer/app/app-context.ts';
import type { GoneNames, HistoryEntry, HistoryFilter } from '#shared/api/history-api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { NOTHING_GONE } from './change-reader.ts';
import { joinNames } from './history-reader.ts';

/** How many changes of one step are read at a time. */
export const CHANGES_AT_A_TIME = 200;

/** The changes of one step beyond the first ones that came with it. */
type StepChanges = {
  /** Null until more than the first ones are asked for. */
  readonly changes: readonly PlanChange[] | null;
  readonly count: number;
  readonly gone: GoneNames;
  readonly isReading: boolean;
  readonly problem: Message | null;
};

type StepChangesAndMore = StepChanges & {
  /** Reads the next ones. */
  readonly more: () => void;
  /** Goes back to the first few. */
  readonly fewer: () => void;
};

/** The changes of a step that a filter lets through: the first ones, and all of them once they are asked for. */
export function useStepChanges(
  { seq, changes, count }: HistoryEntry,
  filter: HistoryFilter,
): StepChangesAndMore {
  const { transport } = useApp();
  const { session } = useOpenPlan();
  const start: StepChanges = { changes: null, count, gone: NOTHING_GONE, isReading: false, problem: null };
  const [state, setState] = useState(start);
  const read = async (known: StepChanges) => {
    setState({ ...known, isReading: true, problem: null });
    const { handle: plan } = session.store.getState().opened;
    const offset = known.changes?.length ?? 0;
    const input = { plan, seq, filter, offset, limit: CHANGES_AT_A_TIME };
    const answer = await transport.call('history/get-changes', input);
    if (!answer.ok) return setState({ ...known, problem: answer.error.message });
    setState({
      changes: [...(known.changes ?? []), ...answer.value.changes],
      count: answer.value.count,
      gone: joinNames(known.gone, answer.value.gone),
      isReading: false,
      problem: null,
    });
  };
  const more = () => {
    if (state.isReading) return;
    // All of them came with the step already.
    if (state.changes === null && changes.length >= count) setState({ ...start, changes });
    else void read(state);
  };
  return { ...state, more, fewer: () => setState(start) };
}
