import type { AppInfo, CallId, Transport } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { PlanSession } from '#renderer/store/plan-session.ts';

type ExportJob = {
  readonly transport: Transport;
  readonly session: PlanSession;
  readonly host: AppInfo['host'];
  readonly title: string;
  readonly call: CallId;
};

/** How an export ended: written (with bytes when they are to be downloaded), not wanted after all, or failed. */
export type ExportOutcome =
  | { readonly kind: 'written'; readonly name: string; readonly bytes: Uint8Array | null }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly message: Message };

/** Exports the plan as the planner has it once every edit of the window is in. */
export async function exportWorkbook({
  transport,
  session,
  host,
  title,
  call,
}: ExportJob): Promise<ExportOutcome> {
  await session.settle();
  const target =
    host === 'desktop'
      ? await transport.call('file/choose-target', { kind: 'workbook', name: title, replace: false })
      : null;
  if (target?.ok === false) return { kind: 'failed', message: target.error.message };
  if (target?.value === null) return { kind: 'none' };
  const plan = session.store.getState().opened.handle;
  const file = target?.value.file ?? null;
  const written = await transport.call('export/workbook', { call, plan, file });
  if (!written.ok) return { kind: 'failed', message: written.error.message };
  return { kind: 'written', ...written.value };
}
