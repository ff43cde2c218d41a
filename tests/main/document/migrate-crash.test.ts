import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planDigest } from '#shared/review/digest.ts';
import { openDocument } from '#main/document/document.ts';
import { openInProcess } from '#tests/fixtures/open-in-process.ts';
import { NOW, openPlanFile } from '#tests/fixtures/open-plan-file.ts';
import { buildOlderFile, growOlderFile } from '#tests/fixtures/plan-files.ts';
import { heldToPermissions, makeSmallDisk } from '#tests/fixtures/small-disk.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const CYCLES = 12;
/** Each cycle starts a process, for which a busy machine takes its time. */
const PATIENCE = { timeout: 180_000 };

function digestOf(path: string): string {
  const document = openPlanFile(path);
  document.close();
  return planDigest(document.opened.plan);
}

describe('a program that is killed while it brings an older plan up to date', () => {
  it(
    'leaves the original or the finished plan at the path, and the original in any case',
    PATIENCE,
    async () => {
      const model = join(tempFolder(), 'model.perennial');
      buildOlderFile(model, 1);
      growOlderFile(model, 2000);
      const original = readFileSync(model);
      const whole = await openInProcess(model);
      const { digest } = whole.said as { readonly digest: string };
      let unfinished = 0;
      for (let cycle = 0; cycle < CYCLES; cycle += 1) {
        const path = join(tempFolder(), 'a.perennial');
        writeFileSync(path, original);
        // From the first moment to a little after the last, each in another part of the work.
        const killAfter = (whole.milliseconds * 1.1 * (cycle + Math.random())) / CYCLES;
        const { said } = await openInProcess(path, { killAfter });
        const now = readFileSync(path);
        if (now.equals(original)) unfinished += 1;
        else expect(readFileSync(`${path}.version-1`).equals(original)).toBe(true);
        if (said !== null) expect(now.equals(original)).toBe(false);
        expect(digestOf(path)).toBe(digest);
        expect(readFileSync(`${path}.version-1`).equals(original)).toBe(true);
        expect(readdirSync(join(path, '..')).toSorted()).toEqual(['a.perennial', 'a.perennial.version-1']);
      }
      expect(unfinished).toBeGreaterThan(0);
    },
  );
});

describe('an older plan that cannot be brought up to date where it lies', () => {
  it('is left as it was when the disk is full, says so, and can still be read', async () => {
    const model = join(tempFolder(), 'model.perennial');
    buildOlderFile(model, 1);
    growOlderFile(model, 400);
    const original = readFileSync(model);
    const { folder, under, code } = makeSmallDisk(Math.ceil((original.length * 1.5) / 1024));
    const path = join(folder, 'a.perennial');
    writeFileSync(path, original);
    const { said } = await openInProcess(path, { under });
    const id = code === 'disk-full' ? 'document.older-disk-full' : 'document.older-not-written';
    expect(said).toEqual({ code, sentence: { id, values: { file: 'a.perennial' } } });
    expect(readFileSync(path).equals(original)).toBe(true);
    expect(readdirSync(folder)).toEqual(['a.perennial']);
    const document = openDocument(path, { user: 'R. Reader', now: NOW, mode: 'read' });
    expect(document.opened.plan.lines.rows).toHaveLength(403);
    document.close();
  });

  it('is read in a folder that may not be written to, and nothing is made there', async () => {
    const folder = join(tempFolder(), 'archive');
    mkdirSync(folder);
    const path = join(folder, 'a.perennial');
    buildOlderFile(path, 1);
    const original = readFileSync(path);
    const modified = statSync(folder).mtimeMs;
    chmodSync(folder, 0o555);
    try {
      const { said } = await openInProcess(path, { under: heldToPermissions() });
      expect(said).toMatchObject({
        readOnly: { id: 'document.reading-because-not-writable' },
        notes: [{ id: 'document.older-shown' }],
        digest: 'dea2a1a1938dd84376d926c205485f9da3cf9b68c42499ba791d0765d4e20522',
      });
    } finally {
      chmodSync(folder, 0o755);
    }
    expect(readFileSync(path).equals(original)).toBe(true);
    expect(statSync(folder).mtimeMs).toBe(modified);
    expect(existsSync(`${path}.version-1`)).toBe(false);
  });
});
