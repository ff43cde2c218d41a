import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolderDialogs, planFileName } from '#main/browser/folder-dialogs.ts';

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'perennial folder ü 計画 '));
const wanted = { kind: 'plan', name: 'Housing', replace: false } as const;

describe('the loopback host’s folder', () => {
  it('lists its plans, the last changed first, and nothing else', async () => {
    const folder = await newFolder();
    for (const name of ['old.perennial', 'new.perennial', 'notes.txt', '.hidden.perennial'])
      await writeFile(join(folder, name), '');
    await utimes(join(folder, 'old.perennial'), 1, 1_000_000);
    await utimes(join(folder, 'new.perennial'), 1, 2_000_000);
    const listed = await makeFolderDialogs(folder).listPlans();
    expect(listed.plans.map(({ path }) => path)).toEqual([
      join(folder, 'new.perennial'),
      join(folder, 'old.perennial'),
    ]);
  });

  it('makes the folder when it is not there, and lists none', async () => {
    const folder = join(await newFolder(), 'Documents', 'Perennial');
    expect(await makeFolderDialogs(folder).listPlans()).toEqual({ folder, plans: [] });
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives a new plan its place, and asks before one is replaced', async () => {
    const folder = await newFolder();
    const dialogs = makeFolderDialogs(folder);
    const path = join(folder, 'Housing.perennial');
    expect(await dialogs.chooseTarget(wanted)).toBe(path);
    await writeFile(path, '');
    await expect(dialogs.chooseTarget(wanted)).rejects.toMatchObject({
      error: {
        code: 'file-exists',
        message: { id: 'host.file.exists', values: { name: 'Housing.perennial' } },
      },
    });
    expect(await dialogs.chooseTarget({ ...wanted, replace: true })).toBe(path);
  });

  it('leaves workbooks to the browser’s download', async () => {
    const dialogs = makeFolderDialogs(await newFolder());
    expect(await dialogs.chooseTarget({ ...wanted, kind: 'workbook' })).toBeNull();
  });
});

describe('file names that people type', () => {
  it.each([
    ['Housing', 'Housing.perennial'],
    ['  Wohnungsbau 2026–2030 ', 'Wohnungsbau 2026–2030.perennial'],
    ['実施計画.perennial', '実施計画.perennial'],
  ])('takes %j', (typed, name) => {
    expect(planFileName(typed)).toBe(name);
  });

  it.each([
    '',
    '   ',
    '.perennial',
    '../plan',
    'a/b',
    'a\\b',
    'C:plan',
    'a\u0000b',
    '.hidden',
    'dot.',
    'NUL',
    'com1',
    'x'.repeat(121),
  ])('refuses %j', (typed) => {
    expect(() => planFileName(typed)).toThrow();
  });
});
