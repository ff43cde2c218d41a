import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '#tests/e2e/browser.ts';

afterEach(() => vi.unstubAllEnvs());

test('a browser that does not start is an error of one sentence and what to do, never a skip', async () => {
  vi.stubEnv('PERENNIAL_BROWSER_FOUND', undefined);
  vi.stubEnv('PERENNIAL_BROWSER', '/no/such/browser');
  await expect(findBrowser()).rejects.toThrow(
    /^The browser tests found no browser that starts: tried \/no\/such\/browser \(.*\)\. Install [^\n]*\.$/,
  );
});
