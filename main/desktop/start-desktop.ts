import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu } from 'electron';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { defaultCalendarFor } from '#shared/calendar/fiscal-year.ts';
import { applicationMenu } from './application-menu.ts';
import { makeSystemDialogs } from './file-dialogs.ts';
import { declarePageScheme, servePage } from './page-protocol.ts';
import { openPlanWindow } from './plan-window.ts';
import { startPlannerProcess, type PlannerHost } from './planner-host.ts';
import { applyContentsRules, applyOfflineSwitches, applySessionRules } from './session-rules.ts';
import { listenForPages } from './window-calls.ts';
import { findFolders } from '#main/host/folders.ts';
import { userName } from '#main/host/user-name.ts';
import { readPageFiles } from '#main/page/page-files.ts';

/**
 * Starts the desktop app: rules first, then the page's scheme, then a window with its planner.
 * @param out The folder of the built main process; the page and the preload lie beside it.
 */
export function startDesktop(out: string): void {
  applyOfflineSwitches();
  app.enableSandbox();
  declarePageScheme();
  app.on('web-contents-created', (_event, contents) => applyContentsRules(contents));
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => openFirstWindow(out));
}

async function openFirstWindow(out: string): Promise<void> {
  applySessionRules();
  servePage(await readPageFiles(join(out, '..', 'renderer')));
  listenForPages();
  const host = makePlannerHost(out);
  const open = (): BrowserWindow =>
    openPlanWindow({
      preload: join(out, '..', 'preload', 'index.cjs'),
      startPlanner: (window) => startPlannerProcess(host, window),
    });
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(process.platform)));
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  open();
}

function makePlannerHost(out: string): PlannerHost {
  const locale = app.getLocale();
  const formats = makeFormats({ locale, currency: 'GBP', calendar: defaultCalendarFor(locale) });
  const folders = findFolders(process.env, process.platform);
  return {
    entries: { planner: join(out, 'planner.js'), worker: join(out, 'worker.js') },
    settings: {
      version: app.getVersion(),
      locale,
      user: userName(),
      app: folders.app,
      drafts: folders.drafts,
      samples: join(app.getAppPath(), 'samples'),
    },
    dialogs: makeSystemDialogs(formats),
    onLost: (window) => {
      dialog.showErrorBox(
        writeMessage({ id: 'host.desktop.planner-ended-title' }, formats),
        writeMessage({ id: 'host.desktop.planner-ended' }, formats),
      );
      window.close();
    },
  };
}
