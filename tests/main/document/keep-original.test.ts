import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { giveSecondName } from '#main/document/keep-original.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

/** Memory is a disk of its own where there is this folder, and files of one disk have no names on another. */
const SHARED_MEMORY = '/dev/shm';

it('is a copy where the disk knows no second names, and takes the place of no file', () => {
  const elsewhere = existsSync(SHARED_MEMORY) ? mkdtempSync(join(SHARED_MEMORY, 'plan-')) : tempFolder();
  try {
    const path = join(elsewhere, 'a.perennial');
    writeFileSync(path, 'the plan');
    const folder = tempFolder();
    const kept = join(folder, 'a.perennial.version-1');
    expect(giveSecondName(path, kept)).toBe(true);
    writeFileSync(path, 'another');
    expect(giveSecondName(path, kept)).toBe(false);
    expect(readFileSync(kept, 'utf8')).toBe(existsSync(SHARED_MEMORY) ? 'the plan' : 'another');
    expect(readdirSync(folder)).toEqual(['a.perennial.version-1']);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});
