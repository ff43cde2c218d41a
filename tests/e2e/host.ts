import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { inProject } from '#tools/project.ts';

/** A loopback host of its own for one test, with nothing from before in its folders. */
export type RunningHost = {
  readonly address: string;
  /** Where its plans are kept. */
  readonly folder: string;
};

/** Starts the built host and reads the address that it prints. */
async function startHost(): Promise<RunningHost & { readonly stop: () => Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'perennial e2e ü 計画 '));
  const folder = join(home, 'plans');
  const child = spawn(process.execPath, [inProject('out/main/browser.js'), '--folder', folder], {
    env: { ...process.env, PERENNIAL_HOME: home, LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (piece: Buffer): void => {
      text += piece.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(text)?.[0];
      if (found !== undefined) resolve(found);
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
  return { address, folder, stop };
}

type Fixtures = {
  readonly host: RunningHost;
  /** The window, opened at its start page; the test fails when the page breaks its policy or logs an error. */
  readonly window: Page;
};

export const test = base.extend<Fixtures>({
  // Playwright finds out what a fixture needs from this pattern, which must be there even when it is empty.
  // oxlint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const host = await startHost();
    await use(host);
    await host.stop();
  },
  window: async ({ page, host }, use) => {
    const complaints: string[] = [];
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
    await page.goto(host.address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect } from '@playwright/test';
