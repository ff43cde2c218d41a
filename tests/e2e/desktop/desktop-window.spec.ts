import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron, expect, type Page, test } from '@playwright/test';
import { findElectron } from '#tools/electron-binary.ts';
import { projectRoot } from '#tools/project.ts';
import { planGrid } from '../pages/plan-grid.ts';
import { planWindow } from '../pages/plan-window.ts';
import { startPage } from '../pages/start-page.ts';

/** Starts the built desktop app with folders of its own, hands on its window, and ends it whatever happens. */
async function withDesktop(use: (page: Page) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'perennial desktop ü '));
  const executablePath = findElectron();
  if (executablePath === undefined) throw new Error('Electron’s binary is not here');
  const known = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const app = await electron.launch({
    executablePath,
    args: [`--user-data-dir=${join(home, 'chromium')}`, projectRoot],
    chromiumSandbox: true,
    env: { ...Object.fromEntries(known), PERENNIAL_HOME: home },
  });
  try {
    await use(await app.firstWindow());
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** How a request of the page ended: `refused`, or the status that it should never have had. */
function tryFetch(page: Page, address: string): Promise<string> {
  return page.evaluate(
    (target) =>
      fetch(target).then(
        ({ status }) => String(status),
        () => 'refused',
      ),
    address,
  );
}

test('the desktop window opens a sample, takes a figure and reaches nothing outside', async () => {
  await withDesktop(async (page) => {
    await expect(page).toHaveURL('app://perennial/');
    await startPage(page).openSample();
    const grid = planGrid(page);
    await grid.type('Warm homes retrofit', '2026/27', '1.3m');
    await expect(grid.cell('Warm homes retrofit', '2026/27')).toHaveText('1,300,000');
    await expect(grid.cell('Total', 'total')).toHaveText('47,205,000');
    await planWindow(page).saved();

    expect(
      await page.evaluate(() => [
        typeof Reflect.get(globalThis, 'require'),
        typeof Reflect.get(globalThis, 'process'),
      ]),
    ).toEqual(['undefined', 'undefined']);
    expect(await tryFetch(page, 'http://127.0.0.1:80/')).toBe('refused');
    expect(await tryFetch(page, 'https://example.org/')).toBe('refused');
    expect(await page.evaluate(() => globalThis.open('https://example.org/') === null)).toBe(true);
    await expect(page).toHaveURL('app://perennial/');
  });
});
