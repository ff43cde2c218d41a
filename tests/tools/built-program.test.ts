import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildIfNeeded } from '#tools/built-program.ts';
import { inProject } from '#tools/project.ts';

beforeAll(async () => {
  const failure = await buildIfNeeded();
  if (failure !== undefined) throw new Error(failure);
}, 180_000);

const read = (path: string): string => readFileSync(inProject(path), 'utf8');

describe('the built program', () => {
  test.each(['index', 'browser', 'cli', 'worker', 'planner'])('has the entry out/main/%s.js', (entry) => {
    expect(existsSync(inProject(`out/main/${entry}.js`))).toBe(true);
  });

  test('has one preload file, which asks for nothing but electron', () => {
    expect(readdirSync(inProject('out/preload'))).toEqual(['index.cjs']);
    const preload = read('out/preload/index.cjs');
    const required = [...preload.matchAll(/\brequire\("?([^")]*)"?\)/g)].map(([, name]) => name);
    expect(required).toEqual(['electron']);
    expect(preload).not.toMatch(/\bimport\s*[("{*]|\bzod\b/);
  });

  test('has a page that keeps to a strict content security policy', () => {
    const page = read('out/renderer/index.html');
    expect(page).toContain('<meta name="csp-nonce" content="__CSP_NONCE__" />');
    // Scripts and styles come as files only: none stands in the page, none comes from elsewhere.
    expect(page.match(/<script\b[^>]*>/g)?.every((tag) => /\bsrc="\.\//.test(tag))).toBe(true);
    expect(page).not.toMatch(/<style\b|\bstyle="|\bon\w+="|https?:|\bdata:/);
  });

  test('takes every font from its own files', () => {
    const styles = readdirSync(inProject('out/renderer/assets')).filter((name) => name.endsWith('.css'));
    for (const name of styles)
      expect(read(`out/renderer/assets/${name}`)).not.toMatch(/url\(["']?https?:|@import/);
  });
});
