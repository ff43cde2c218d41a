import { BrowserWindow, MessageChannelMain, type UtilityProcess, type WebContents } from 'electron';
import { PAGE_ADDRESS } from './page-address.ts';

/** What a window needs from the host. */
export type PlanWindowParts = {
  readonly preload: string;
  /** Starts the planner process that this window talks to. */
  readonly startPlanner: (window: BrowserWindow) => UtilityProcess;
};

/**
 * Opens a window and the planner process behind it. The page asks for its port once it can listen; the port goes
 * straight from the page to the planner, so that the app's main process never stands between them.
 */
export function openPlanWindow(parts: PlanWindowParts): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Perennial',
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  const planner = parts.startPlanner(window);
  window.once('ready-to-show', () => window.show());
  window.once('closed', () => planner.postMessage({ kind: 'close' }));
  planners.set(window.webContents, planner);
  void window.loadURL(PAGE_ADDRESS);
  return window;
}

const planners = new WeakMap<WebContents, UtilityProcess>();

/** Gives a page its port to its planner; a page that this app did not open gets nothing. */
export function connectPage(contents: WebContents): boolean {
  const planner = planners.get(contents);
  if (!planner) return false;
  const { port1, port2 } = new MessageChannelMain();
  planner.postMessage({ kind: 'connect' }, [port1]);
  contents.postMessage('perennial/port', null, [port2]);
  return true;
}
