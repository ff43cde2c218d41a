import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';
import { unpackPackagedBrowser } from './packaged-browser.ts';

/** A browser that has been seen to start, and how to start it again. */
type FoundBrowser = {
  readonly executablePath: string;
  /** What its environment needs beside that of this process. */
  readonly env: Readonly<Record<string, string>>;
};

type Candidate = { readonly name: string; readonly locate: () => Promise<FoundBrowser> };

/** Set by the first process that found a browser, for the worker processes it starts. */
const FOUND_VARIABLE = 'PERENNIAL_BROWSER_FOUND';

/** Nothing of the browser's own may reach for the network while the window is tested. */
const QUIET_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

const PROGRAM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];

const LINUX_PLACES = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];

const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

function windowsPlaces(): readonly string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (name) => process.env[name] ?? '',
  );
  const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
  return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
}

function findInstalled(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = PROGRAM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const places: Readonly<Record<string, readonly string[]>> = {
    linux: LINUX_PLACES,
    darwin: MAC_PLACES,
    win32: windowsPlaces(),
  };
  return [...onPath, ...(places[process.platform] ?? [])].filter((path) => existsSync(path));
}

/** How Playwright starts a browser that was found. Chromium's own sandbox refuses to run as root. */
export function toLaunchOptions({ executablePath, env }: FoundBrowser): LaunchOptions {
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath,
    args: isRoot ? [...QUIET_ARGS, '--no-sandbox'] : QUIET_ARGS,
    // Scrollbars take room from the grid on most machines, so they do here.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    env: { ...process.env, ...env },
  };
}

/** Starts a browser and shows a page in it; throws when it cannot. */
async function prove(found: FoundBrowser): Promise<void> {
  const browser = await chromium.launch({ ...toLaunchOptions(found), timeout: 30_000 });
  try {
    const page = await browser.newPage();
    await page.setContent('<p style="float: left">Perennial</p>');
    const box = await page.locator('p').boundingBox();
    if (box === null || box.width === 0) throw new Error('it draws text without any width: it has no fonts');
  } finally {
    await browser.close();
  }
}

function describeFailure(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const missing = /lib[\w.+-]+\.so[\w.]*(?=: cannot open)/.exec(text)?.[0];
  return missing === undefined ? (text.split('\n')[0] ?? text) : `the library ${missing} is missing`;
}

function listCandidates(): readonly Candidate[] {
  const named = process.env['PERENNIAL_BROWSER'];
  const programs = named === undefined ? findInstalled() : [named];
  const installed = programs.map((program) => ({
    name: program,
    locate: () => Promise.resolve({ executablePath: program, env: {} }),
  }));
  const packaged = { name: '@sparticuz/chromium', locate: unpackPackagedBrowser };
  return named === undefined ? [...installed, packaged] : installed;
}

/**
 * The browser that the tests drive: the one named by PERENNIAL_BROWSER; else the first installed Chromium, Chrome or
 * Edge that starts; else the one in the npm package. Throws one sentence when there is none: the tests never skip.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const known = process.env[FOUND_VARIABLE];
  // Written below, by this same function in the process that started this one.
  if (known !== undefined) return JSON.parse(known) as FoundBrowser;
  const reasons: string[] = [];
  for (const { name, locate } of listCandidates()) {
    try {
      const found = await locate();
      await prove(found);
      process.env[FOUND_VARIABLE] = JSON.stringify(found);
      return found;
    } catch (error) {
      reasons.push(`${name} (${describeFailure(error)})`);
    }
  }
  throw new Error(
    `The browser tests found no browser that starts: tried ${reasons.join(', ')}. ` +
      'Install Chromium, Chrome or Edge, or set PERENNIAL_BROWSER to the path of one.',
  );
}
