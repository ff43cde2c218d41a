import { BrowserWindow, MessageChannelMain, type WebContents } from 'electron';
import type { FileToken } from '#shared/api/api.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { holdUnsaved } from './hold-unsaved.ts';
import { PAGE_ADDRESS } from './page-address.ts';
import type { PlannerProcess } from './planner-host.ts';

/** What a window needs from the host. */
export type PlanWindowParts = {
  readonly preload: string;
  /** Starts the planner process that this window talks to. */
  readonly startPlanner: (window: BrowserWindow) => PlannerProcess;
  readonly say: (id: PlainMessageId) => string;
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
  window.once('closed', () => planner.close());
  holdUnsaved(window, parts.say);
  planners.set(window.webContents, planner);
  void window.loadURL(PAGE_ADDRESS);
  return window;
}

const planners = new WeakMap<WebContents, PlannerProcess>();

/** Gives a page its port to its planner; a page that this app did not open gets nothing. */
export function connectPage(contents: WebContents): boolean {
  const planner = planners.get(contents);
  if (!planner) return false;
  const { port1, port2 } = new MessageChannelMain();
  planner.connect(port1);
  contents.postMessage('perennial/port', null, [port2]);
  return true;
}

/** The token of a file that a person dropped on a page; null for a page that this app did not open, or for no plan. */
export async function tokenOfDropped(contents: WebContents, path: string): Promise<FileToken | null> {
  return (await planners.get(contents)?.tokenOf(path)) ?? null;
}

/** The plan files that are open in a window. */
export function openFilesOf(window: BrowserWindow): readonly string[] {
  return planners.get(window.webContents)?.openFiles() ?? [];
}
