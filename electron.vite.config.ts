import { defineConfig } from 'electron-vite';
import { rendererConfig } from './tools/renderer-config.ts';

/** Chunks lie beside the entries, so that `import.meta.url` means out/main in every module of the build. */
const flatOutput = { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } as const;

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: 'main/index.ts',
          browser: 'main/browser.ts',
          cli: 'main/cli.ts',
          planner: 'main/desktop/planner-process.ts',
          worker: 'main/jobs/worker.ts',
        },
        output: flatOutput,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can load nothing but `electron`: one CommonJS file with all it needs inside.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig,
});
