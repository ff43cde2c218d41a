import { defineConfig } from '@playwright/test';
import { findDesktopTestObstacle } from '#tools/electron-binary.ts';
import { inProject } from '#tools/project.ts';
import { findBrowser, toLaunchOptions } from './browser.ts';

const launchOptions = toLaunchOptions(await findBrowser());

const IN_BROWSER = { name: 'browser', testIgnore: 'desktop/**' };
const ON_DESKTOP = { name: 'desktop', testMatch: 'desktop/*.spec.ts' };

/** The window in a real browser, served by the built loopback host; and the desktop app's own where Electron is there. */
export default defineConfig({
  testDir: '.',
  outputDir: inProject('test-results/browser'),
  reporter: [['list'], ['json', { outputFile: inProject('test-results/browser.json') }]],
  projects: findDesktopTestObstacle() === undefined ? [IN_BROWSER, ON_DESKTOP] : [IN_BROWSER],
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    launchOptions,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
  },
});
