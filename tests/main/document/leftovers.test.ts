import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clearLeftovers } from '#main/document/leftovers.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const PLAN = 'Plan (1) ü 計画.perennial';

describe('what a program that was killed left beside a plan', () => {
  it('is cleared away, and nothing else is', () => {
    const folder = tempFolder();
    const make = (name: string) => writeFileSync(join(folder, name), '');
    const left = ['tmp', 'tmp-journal', 'backup', 'backup-journal', 'migrating', 'migrating-journal'];
    for (const ending of left) make(`${PLAN}.${UUID}.${ending}`);
    make(`${PLAN}.version-1.${UUID}.tmp`);
    make(`${PLAN}.version-1.2.${UUID}.tmp`);
    make(`${PLAN}.lock.${UUID}`);
    utimesSync(join(folder, `${PLAN}.lock.${UUID}`), 0, 0);

    const kept = [
      PLAN,
      `${PLAN}.backup-1`,
      `${PLAN}.version-1`,
      `${PLAN}.lock`,
      `${PLAN}.not-a-uuid.tmp`,
      `Other ${PLAN}.${UUID}.tmp`,
      `${PLAN}.${UUID}.tmp.txt`,
    ];
    for (const name of kept) make(name);
    mkdirSync(join(folder, `${PLAN}.${UUID.replace('0', '1')}.tmp`));
    symlinkSync(join(folder, PLAN), join(folder, `${PLAN}.${UUID.replace('0', '2')}.tmp`));

    clearLeftovers(join(folder, PLAN));
    const others = [`${PLAN}.${UUID.replace('0', '1')}.tmp`, `${PLAN}.${UUID.replace('0', '2')}.tmp`];
    expect(readdirSync(folder).toSorted()).toEqual([...kept, ...others].toSorted());
  });

  it('stays for a while where it may be a lock that is just being written', () => {
    const folder = tempFolder();
    const lock = `${PLAN}.lock.${UUID}`;
    writeFileSync(join(folder, lock), '');
    clearLeftovers(join(folder, PLAN));
    expect(readdirSync(folder)).toEqual([lock]);
  });
});
