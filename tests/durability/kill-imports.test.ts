import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startHostProcess, type HostProcess } from '#tests/fixtures/host-process.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';
import { lineIds, makePlanFile, openPlanFile } from './plan-in-host.ts';
import { makeRandom } from './random.ts';

const KILLS = 12;
const IMPORTED_LINES = 1500;
const YEARS = 5;

/** A spreadsheet of as many lines as take a while to write; each amount can be told from every other. */
function spreadsheet(): Uint8Array {
  const header = ['Project', ...Array.from({ length: YEARS }, (_, year) => `${2026 + year}/${27 + year}`)];
  const rows = Array.from({ length: IMPORTED_LINES }, (_, line) => [
    `Project ${line}`,
    ...Array.from({ length: YEARS }, (_year, year) => String(1_000_000 + line * 10 + year)),
  ]);
  return new TextEncoder().encode([header, ...rows].map((row) => row.join(',')).join('\n'));
}

const bytes = spreadsheet();

/** Reads the spreadsheet in; the answered function puts it into the plan. */
async function prepareImport({ get, call }: HostProcess, plan: string) {
  const read = { call: 'c1', name: 'projects.csv', bytes, locale: 'en-GB' };
  const { handle, suggested } = await get('import/read-file', read);
  if (suggested === null) throw new Error('The spreadsheet needs choices');
  return () => call('import/apply', { handle, choices: { ...suggested, currency: 'GBP' }, plan });
}

/** How many of the imported lines are there, each with all its amounts and where these were read. */
async function countWhole({ get }: HostProcess, plan: string): Promise<number> {
  const { plan: stands } = await get('plan/get-snapshot', { plan });
  const imported = stands.lines.rows.filter(({ title }) => title.startsWith('Project '));
  for (const { title, need } of imported) {
    const line = Number(title.slice('Project '.length));
    const pence = Array.from({ length: YEARS }, (_, year) => BigInt(1_000_000 + line * 10 + year) * 100n);
    expect(need.minor.filter((amount) => amount !== null)).toEqual(pence);
  }
  const origins = imported.flatMap(({ need }) => need.origin.filter((origin) => origin > 0));
  for (const origin of [origins.at(0), origins.at(-1)]) {
    if (origin === undefined) continue;
    expect(await get('plan/get-provenance', { plan, origin })).toMatchObject({ file: 'projects.csv' });
  }
  expect(stands.lines.rows.length - imported.length).toBe(lineIds.length);
  return imported.length;
}

describe('a plan whose process is killed while a spreadsheet is taken in', () => {
  it('holds all of the spreadsheet or nothing of it', { timeout: 600_000 }, async () => {
    const random = makeRandom(11);
    const found = new Set<number>();
    let longest = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const home = tempFolder();
      const place = { home, folder: join(home, 'plans') };
      mkdirSync(place.folder);
      const host = await startHostProcess(place);
      const apply = await prepareImport(host, await makePlanFile(host, 'Kept'));
      const began = performance.now();
      const applying = apply().catch(() => null);
      // The first import may end; the others are killed before, in and after what that took.
      if (kill === 0) await applying;
      else await new Promise((resolve) => setTimeout(resolve, random(longest)));
      if (kill === 0) longest = Math.ceil(1.5 * (performance.now() - began));
      await host.kill();
      const answer = await applying;

      const next = await startHostProcess(place);
      const count = await countWhole(next, await openPlanFile(next));
      expect([0, IMPORTED_LINES], `kill ${kill}`).toContain(count);
      if (answer?.ok === true) expect(count).toBe(IMPORTED_LINES);
      found.add(count);
      await next.kill();
    }
    // Kills fell on both sides of the moment at which the import was done.
    expect(found.size).toBe(2);
  });
});
