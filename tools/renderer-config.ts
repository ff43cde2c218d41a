import react from '@vitejs/plugin-react';
import type { RendererViteConfig } from 'electron-vite';
import { inProject } from './project.ts';

/**
 * How vite builds the window, and how it serves it while developing.
 *
 * The built page runs under a content security policy without `unsafe-inline`: no module-preload polyfill (an inline
 * script) and no assets as data: URLs.
 */
export const rendererConfig: RendererViteConfig = {
  root: inProject('renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: inProject('out/renderer'),
    emptyOutDir: true,
    minify: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: { index: inProject('renderer/index.html') } },
  },
};
