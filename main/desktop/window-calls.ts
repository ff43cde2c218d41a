import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { isOwnAddress } from './page-address.ts';
import { connectPage, tokenOfDropped } from './plan-window.ts';

/** Whether a message comes from the top frame of the app's own page; anything else is ignored. */
export function isTrustedSender(event: Pick<IpcMainEvent | IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame?.parent === null && isOwnAddress(frame.url);
}

/**
 * All that the main process takes from a window: its page is ready for the planner's port, and a file was dropped on
 * it. The path comes from the preload, which had it of the system; the page only gets the planner's token for it.
 */
export function listenForPages(): void {
  ipcMain.on('perennial/ready', (event) => {
    if (isTrustedSender(event)) connectPage(event.sender);
  });
  ipcMain.handle('perennial/dropped', (event, path: unknown) =>
    isTrustedSender(event) && typeof path === 'string' ? tokenOfDropped(event.sender, path) : null,
  );
}
