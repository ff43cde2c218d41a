import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, BrowserWindow, dialog, Menu } from 'electron';
import type { Formats } from '#shared/messages/formats.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { defaultCalendarFor } from '#shared/calendar/fiscal-year.ts';
import { applicationMenu } from './application-menu.ts';
import { hearOfPlans } from './asked-plans.ts';
import { makeSystemDialogs } from './file-dialogs.ts';
import { declarePageScheme, servePage } from './page-protocol.ts';
import { findPlanArgument } from './plan-argument.ts';
import { openFilesOf, openPlanWindow } from './plan-window.ts';
import { createPlanWindows, type PlanWindows } from './plan-windows.ts';
import { startPlannerProcess, type PlannerHost } from './planner-host.ts';
import { applyContentsRules, applyOfflineSwitches, applySessionRules } from './session-rules.ts';
import { listenForPages } from './window-calls.ts';
import { findFolders } from '#main/host/folders.ts';
import { userName } from '#main/host/user-name.ts';
import { readPageFiles } from '#main/page/page-files.ts';
import { isSameFile } from '#main/planner/same-file.ts';

/**
 * Starts the desktop app: rules first, then the page's scheme, then a window with its planner. Started once more, the
 * program only tells the one that runs already which plan is wanted.
 * @param out The folder of the built main process; the page and the preload lie beside it.
 */
export function startDesktop(out: string): void {
  keepToOwnFolder();
  if (!app.requestSingleInstanceLock()) return app.quit();
  applyOfflineSwitches();
  app.enableSandbox();
  declarePageScheme();
  const asked = hearOfPlans(app);
  app.on('web-contents-created', (_event, contents) => applyContentsRules(contents));
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(async () => {
    const windows = await prepareWindows(out);
    asked.begin(windows, findPlanArgument(process.argv.slice(1), process.cwd()));
  });
}

/** Chromium's own files lie in the app's folder too; another folder, such as that of a memory stick, is another app. */
function keepToOwnFolder(): void {
  const folder = join(findFolders(process.env, process.platform).app, 'window');
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
  } catch {
    // Where no folder can be made, Chromium finds one, or does without.
  }
}

async function prepareWindows(out: string): Promise<PlanWindows> {
  applySessionRules();
  servePage(await readPageFiles(join(out, '..', 'renderer')));
  listenForPages();
  const locale = app.getLocale();
  const formats = makeFormats({ locale, currency: 'GBP', calendar: defaultCalendarFor(locale) });
  const host = makePlannerHost(out, formats);
  const windows = createPlanWindows({
    all: () => {
      const focused = BrowserWindow.getFocusedWindow();
      return [...(focused === null ? [] : [focused]), ...BrowserWindow.getAllWindows()];
    },
    filesOf: openFilesOf,
    open: (startFile) =>
      openPlanWindow({
        preload: join(out, '..', 'preload', 'index.cjs'),
        startPlanner: (window) => startPlannerProcess(host, window, startFile),
        say: (id) => writeMessage({ id }, formats),
      }),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(process.platform)));
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) windows.show(null);
  });
  return windows;
}

function makePlannerHost(out: string, formats: Formats): PlannerHost {
  const folders = findFolders(process.env, process.platform);
  return {
    entries: { planner: join(out, 'planner.js'), worker: join(out, 'worker.js') },
    settings: {
      version: app.getVersion(),
      locale: formats.locale,
      user: userName(),
      app: folders.app,
      drafts: folders.drafts,
      plans: folders.documents,
      samples: join(app.getAppPath(), 'samples'),
    },
    dialogs: makeSystemDialogs(formats),
    // The system's own list of documents; a draft has no name that would say anything there.
    onOpened: (path) => {
      if (!isSameFile(dirname(path), folders.drafts)) app.addRecentDocument(path);
    },
    onLost: (window) => {
      dialog.showErrorBox(
        writeMessage({ id: 'host.desktop.planner-ended-title' }, formats),
        writeMessage({ id: 'host.desktop.planner-ended' }, formats),
      );
      // Its page cannot reach a planner any more, so there is nothing to hold it open for.
      window.destroy();
    },
  };
}
