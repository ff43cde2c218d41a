import type { FileEntry } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import { useApp, useOpenPlan } from './app-context.ts';

/** Goes on in another file; answers why that could not be, null when it could. What was not saved yet is sent there. */
export function useSaveAs(): (target: FileEntry) => Promise<Message | null> {
  const { transport } = useApp();
  const { session } = useOpenPlan();
  return async ({ file }) => {
    const plan = session.store.getState().opened.handle;
    const saved = await transport.call('plan/save-as', { plan, file });
    if (!saved.ok) return saved.error.message;
    session.replaceOpened(saved.value);
    return null;
  };
}
