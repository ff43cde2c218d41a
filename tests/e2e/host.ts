import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { inProject } from '#tools/project.ts';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/g;

/** A loopback host of its own for one test, with nothing from before in its folders. */
type TestHost = {
  /** The newest address that it printed, with a one-time token. */
  readonly address: () => string;
  /** The folder with everything that it keeps. */
  readonly home: string;
  /** Where its plans are kept. */
  readonly folder: string;
  /** Ends it and starts it again over the same folders, as on the next day; on any free port unless one is named. */
  readonly restart: (port?: string) => Promise<void>;
};

type Running = { readonly address: () => string; readonly stop: () => Promise<void> };

/** Starts the built host and waits for the address that it prints. */
async function startHost(home: string, folder: string, port = '0'): Promise<Running> {
  const args = [inProject('out/main/browser.js'), '--folder', folder, '--port', port];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, PERENNIAL_HOME: home, LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const newest = () => [...text.matchAll(ADDRESS)].at(-1)?.[0];
  await new Promise<void>((resolve, reject) => {
    const read = (piece: Buffer): void => {
      text += piece.toString('utf8');
      if (newest() !== undefined) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`The host ended with ${code}: ${text}`)));
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { address: () => newest() ?? '', stop };
}

/** Collects what a page should not do: break its policy, log an error, throw, or ask for anything outside this machine. */
function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol === 'http:' && hostname === '127.0.0.1') return;
    if (protocol !== 'blob:' && protocol !== 'data:') complaints.push(`Request to ${request.url()}`);
  });
}

async function openWindow(context: BrowserContext, host: TestHost, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  watch(page, complaints);
  await page.goto(host.address());
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

type Fixtures = {
  readonly host: TestHost;
  /** Opens another window at the host's newest address; the test fails when any of them complains. */
  readonly openWindow: () => Promise<Page>;
  /** A window, opened at its start page. */
  readonly window: Page;
};

export const test = base.extend<Fixtures>({
  // Playwright finds out what a fixture needs from this pattern, which must be there even when it is empty.
  // oxlint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'perennial e2e ü 計画 '));
    const folder = join(home, 'plans');
    let running = await startHost(home, folder);
    const restart = async (port?: string) => {
      await running.stop();
      running = await startHost(home, folder, port);
    };
    await use({ address: () => running.address(), home, folder, restart });
    await running.stop();
    rmSync(home, { recursive: true, force: true });
  },
  openWindow: async ({ context, host }, use) => {
    const complaints: string[] = [];
    await use(() => openWindow(context, host, complaints));
    expect(complaints).toEqual([]);
  },
  window: async ({ openWindow: open }, use) => {
    await use(await open());
  },
});

export { expect } from '@playwright/test';
