import { ipcMain, type IpcMainEvent } from 'electron';
import { isOwnAddress } from './page-address.ts';
import { connectPage } from './plan-window.ts';

/** Whether a message comes from the top frame of the app's own page; anything else is ignored. */
export function isTrustedSender(event: Pick<IpcMainEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame?.parent === null && isOwnAddress(frame.url);
}

/** The only message that the main process takes from a window: its page is ready for the planner's port. */
export function listenForPages(): void {
  ipcMain.on('perennial/ready', (event) => {
    if (isTrustedSender(event)) connectPage(event.sender);
  });
}
