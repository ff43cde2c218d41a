import { join } from 'node:path';
import { userInfo } from 'node:os';
import { app, BrowserWindow, dialog, Menu } from 'electron';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { defaultCalendarFor } from '#shared/calendar/fiscal-year.ts';
import { applicationMenu } from './desktop/application-menu.ts';
import { makeSystemDialogs } from './desktop/file-dialogs.ts';
import { declarePageScheme, servePage } from './desktop/page-protocol.ts';
import { openPlanWindow } from './desktop/plan-window.ts';
import { startPlannerProcess, type PlannerHost } from './desktop/planner-host.ts';
import { applyContentsRules, applyOfflineSwitches, applySessionRules } from './desktop/session-rules.ts';
import { listenForPages } from './desktop/window-calls.ts';
import { findFolders } from './host/folders.ts';
import { readPageFiles } from './page/page-files.ts';

const OUT = import.meta.dirname;

applyOfflineSwitches();
app.enableSandbox();
declarePageScheme();
app.on('web-contents-created', (_event, contents) => applyContentsRules(contents));
app.on('window-all-closed', () => app.quit());

void app.whenReady().then(async () => {
  applySessionRules();
  servePage(await readPageFiles(join(OUT, '..', 'renderer')));
  listenForPages();
  const locale = app.getLocale();
  const formats = makeFormats({ locale, currency: 'GBP', calendar: defaultCalendarFor(locale) });
  const folders = findFolders(process.env, process.platform);
  const host: PlannerHost = {
    entries: { planner: join(OUT, 'planner.js'), worker: join(OUT, 'worker.js') },
    settings: {
      version: app.getVersion(),
      locale,
      user: userInfo().username,
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
  const open = (): BrowserWindow =>
    openPlanWindow({
      preload: join(OUT, '..', 'preload', 'index.cjs'),
      startPlanner: (window) => startPlannerProcess(host, window),
    });
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(process.platform)));
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  open();
});
