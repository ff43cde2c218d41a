import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { localMinute } from '#main/host/local-time.ts';
import { flushFile, flushFolder } from './durable-file.ts';
import { giveSecondName } from './keep-original.ts';
import { isThere } from './neighbours.ts';
import { PLAN_EXTENSION } from './schema.ts';

/**
 * Keeps a damaged plan, byte for byte and for good, beside itself under a name that says what it is:
 * `Plan (damaged 2026-11-22 14.02).perennial`. A journal that SQLite left belongs to it and goes with it: it must not be
 * taken for one of the plan that is put in its place. Answers the path of the kept file.
 * @throws the file system's error, and then the plan is where it was.
 */
export function keepDamaged(path: string, now: Date): string {
  const stem = `${basename(path, PLAN_EXTENSION)} (damaged ${localMinute(now)}`;
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : ` ${number}`})${PLAN_EXTENSION}`;
    const kept = join(dirname(path), name);
    if (isThere(`${kept}-journal`) || !giveSecondName(path, kept)) continue;
    flushFile(kept);
    keepJournal(path, kept);
    flushFolder(dirname(path));
    return kept;
  }
}

function keepJournal(path: string, kept: string): void {
  const journal = `${path}-journal`;
  if (!isThere(journal)) return;
  giveSecondName(journal, `${kept}-journal`);
  flushFile(`${kept}-journal`);
  flushFolder(dirname(path));
  rmSync(journal, { force: true });
}
