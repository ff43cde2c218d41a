import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { largePlan } from '#tests/bench/large-plan.ts';
import { makePlanFile, openPlanFile } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const CHILD = fileURLToPath(new URL('../../fixtures/keep-versions-child.ts', import.meta.url));
const KILLS = 20;

/**
 * Lets a process keep versions, and kills it within the time that one takes, whatever the machine, after the second;
 * answers the last that it said was kept.
 */
function keepUntilKilled(path: string): Promise<number> {
  const child = spawn(process.execPath, [CHILD, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let text = '';
    const heard: number[] = [];
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      heard.push(performance.now());
      const [first = 0, second = 0] = heard;
      if (heard.length === 2) setTimeout(() => child.kill('SIGKILL'), Math.random() * (second - first));
    });
    child.once('error', reject);
    child.once('close', () => resolve(Number(text.trim().split('\n').at(-1))));
  });
}

describe('a program that is killed while it keeps versions', () => {
  it(
    'leaves a plan that opens, with every version that it said was kept and none in part',
    { timeout: 180_000 },
    async () => {
      const path = join(tempFolder(), 'Plan.perennial');
      const plan = largePlan(100);
      makePlanFile(path, plan).close();
      let torn = 0;
      let count = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const kept = await keepUntilKilled(path);
        if (existsSync(`${path}-journal`)) torn += 1;
        const document = openPlanFile(path);
        const numbers = document.versions.list().map(({ number }) => number);
        expect(document.readOnly).toBeNull();
        expect(document.opened.plan).toEqual(plan);
        expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
        // One more may have been kept than it had the time to say.
        expect([kept, kept + 1], `kill ${kill}`).toContain(numbers.length);
        for (const number of numbers.slice(count)) expect(document.versions.planOf(number)).toEqual(plan);
        count = numbers.length;
        document.close();
      }
      expect(count).toBeGreaterThanOrEqual(KILLS);
      // Some kills fell into a transaction, which the next to open the file took back.
      expect(torn).toBeGreaterThan(0);
    },
  );
});
