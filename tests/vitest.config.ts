import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const noNetwork = new URL('setup/no-network.ts', import.meta.url);

/** Unit and integration tests mirror the source tree; the browser tests of tests/e2e belong to Playwright. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    setupFiles: [fileURLToPath(noNetwork)],
    // The Node processes that tests start are cut off from the network too.
    env: { NODE_OPTIONS: `--import=${noNetwork.href}` },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
});
