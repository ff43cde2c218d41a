import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkDocumentTask } from '#main/document/check-task.ts';
import { recoverDocument } from '#main/document/recovery.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, NOW, openPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const CHILD = fileURLToPath(new URL('../../fixtures/busy-plan-child.ts', import.meta.url));
/** Each round starts processes, for which a busy machine takes its time. */
const PATIENCE = { timeout: 180_000 };
const GOOD = { isGood: true, problem: null };

/** Lets a process work on a plan and kills it so many milliseconds after it began. */
async function killDuring(path: string, work: 'back-up' | 'recover', milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [CHILD, path, work], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await closed;
}

function planOf(lines: number): string {
  const path = join(tempFolder(), 'Plan.perennial');
  const rows = Array.from({ length: lines }, (_, index) => ({ id: `line ${index}`, need: ['1', '2', '3'] }));
  const document = makePlanFile(path, buildPlan({ years: 3, lines: rows }));
  const state = writeEdit(document, document.opened, { kind: 'set-plan', changes: { title: 'First' } });
  document.backups?.writeNow();
  writeEdit(document, state, { kind: 'set-plan', changes: { title: 'Second' } });
  document.close();
  return path;
}

describe('a program that is killed', () => {
  it(
    'while it writes backups leaves a good plan and good backups, and nothing after the next opening',
    PATIENCE,
    async () => {
      const path = planOf(3000);
      for (let round = 0; round < 8; round += 1) {
        await killDuring(path, 'back-up', 3 + round * 11);
        const document = openPlanFile(path);
        document.close();
        expect(document.opened.seq).toBeGreaterThanOrEqual(2);
        const names = readdirSync(dirname(path)).filter((name) => name !== 'Plan.perennial');
        expect(names.length).toBeGreaterThan(0);
        for (const name of names) {
          expect(name).toMatch(/^Plan\.perennial\.backup-[123]$/);
          expect(await checkDocumentTask({ path: join(dirname(path), name) })).toEqual(GOOD);
        }
      }
    },
  );

  it(
    'while it recovers a plan leaves the damaged one or the recovered one, and the damaged one in any case',
    PATIENCE,
    async () => {
      const path = planOf(3000);
      const damaged = readFileSync(path);
      damaged.fill(0xa5, 4096 * 60, 4096 * 70);
      const backup = readFileSync(`${path}.backup-1`);
      for (let round = 0; round < 12; round += 1) {
        for (const name of readdirSync(dirname(path))) rmSync(join(dirname(path), name));
        writeFileSync(path, damaged);
        writeFileSync(`${path}.backup-1`, backup);
        await killDuring(path, 'recover', round * 20);
        const kept = readdirSync(dirname(path)).filter((name) => name.includes('(damaged'));
        for (const name of kept) expect(readFileSync(join(dirname(path), name)).equals(damaged)).toBe(true);
        const isRecovered = !readFileSync(path).equals(damaged);
        if (isRecovered) expect(kept.length).toBe(1);
        expect(recoverDocument(path, NOW).id).toBe(
          isRecovered ? 'document.not-damaged' : 'document.recovered',
        );
        const document = openPlanFile(path);
        document.close();
        expect(document.opened.plan.title).toBe('Second');
        expect(existsSync(`${path}.lock`)).toBe(false);
        expect(readFileSync(`${path}.backup-1`).equals(backup)).toBe(true);
      }
    },
  );
});
