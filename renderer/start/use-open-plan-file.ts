import { useApp, useAppState } from '#renderer/app/app-context.ts';

/** Opens a plan: by the system's own dialog on the desktop, else by the window's, which `showList` brings up. */
export function useOpenPlanFile(showList: () => void): () => void {
  const app = useApp();
  const host = useAppState(({ info }) => info?.host ?? 'browser');
  if (host === 'browser') return showList;
  return () => {
    void app.transport.call('file/choose-plan', {}).then((answer) => {
      if (!answer.ok) app.notices.tell('error', answer.error.message);
      else if (answer.value !== null) void app.openFile(answer.value.file, answer.value.name);
    });
  };
}
