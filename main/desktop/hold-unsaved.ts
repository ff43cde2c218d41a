import { type BrowserWindow, dialog } from 'electron';
import type { PlainMessageId } from '#shared/messages/message.ts';

/** How long what is on its way to the plan's file is waited for before anybody is asked. */
const SETTLE_MS = 1000;

/**
 * Keeps a window open whose page says that something is not saved. What is only on its way is waited for, and the window
 * closes by itself then; a person is asked when it is still not saved after that.
 */
export function holdUnsaved(window: BrowserWindow, say: (id: PlainMessageId) => string): void {
  let hasWaited = false;
  // The window stays unless the event is prevented.
  window.webContents.on('will-prevent-unload', (event) => {
    if (!hasWaited) {
      hasWaited = true;
      setTimeout(() => {
        if (!window.isDestroyed()) window.close();
      }, SETTLE_MS);
      return;
    }
    hasWaited = false;
    if (mayGo(window, say)) event.preventDefault();
  });
}

function mayGo(window: BrowserWindow, say: (id: PlainMessageId) => string): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: say('host.desktop.unsaved-title'),
    detail: say('host.desktop.unsaved'),
    buttons: [say('host.desktop.keep-open'), say('host.desktop.close-anyway')],
    defaultId: 0,
    cancelId: 0,
  });
  return answer === 1;
}
