import type { ImportChoices, ImportHandle, OpenedPlan, Transport } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { PlanSession } from '#renderer/store/plan-session.ts';

type ImportOrder = {
  readonly transport: Transport;
  readonly handle: ImportHandle;
  readonly choices: ImportChoices;
  /** The session of the plan that takes the import; null for a new plan. */
  readonly session: PlanSession | null;
};

/** How an import ended: in a plan of its own, in the open plan, or not at all. */
export type ImportOutcome =
  | { readonly kind: 'opened'; readonly opened: OpenedPlan }
  | { readonly kind: 'taken' }
  | { readonly kind: 'failed'; readonly message: Message };

/** Carries an import out. The open plan takes it once all its own edits are in, and is then read again as the planner has it. */
export async function applyImport({
  transport,
  handle,
  choices,
  session,
}: ImportOrder): Promise<ImportOutcome> {
  await session?.settle();
  const plan = session?.store.getState().opened.handle ?? null;
  const answer = await transport.call('import/apply', { handle, choices, plan });
  if (!answer.ok) return { kind: 'failed', message: answer.error.message };
  if (answer.value.opened !== null) return { kind: 'opened', opened: answer.value.opened };
  if (answer.value.step !== null) await session?.catchUp(answer.value.step.seq);
  return { kind: 'taken' };
}
