import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startPlanner, type StartedPlanner } from '#tests/fixtures/start-planner.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

/** The bytes of a plan file, as a page reads them of a file that was dropped on it. */
function planBytes(title: string): Uint8Array {
  const path = join(tempFolder(), 'a.perennial');
  makePlanFile(path, buildPlan({ years: 2, title })).close();
  return new Uint8Array(readFileSync(path));
}

function plansIn({ folder }: StartedPlanner): string[] {
  const plans = join(folder, 'plans');
  return existsSync(plans)
    ? readdirSync(plans)
        .filter((name) => name.endsWith('.perennial'))
        .toSorted()
    : [];
}

describe('a plan file that a page sends', () => {
  it('is kept under its name, or a free one beside another plan, and opened there', async () => {
    const started = startPlanner();
    const upload = async (name: string, bytes: Uint8Array) => {
      const opening = await started.get('plan/open-upload', { name, bytes });
      return opening.kind === 'opened' ? opening.opened : null;
    };
    const one = planBytes('One');
    const first = await upload('Großer Plan 計画.perennial', one);
    expect(first).toMatchObject({ name: 'Großer Plan 計画', readOnly: null });
    expect(await upload('Großer Plan 計画.PERENNIAL', planBytes('Two'))).toMatchObject({
      name: 'Großer Plan 計画 (2)',
    });
    const { plan } = await started.get('plan/get-snapshot', { plan: first?.handle ?? '' });
    expect(plan.title).toBe('One');
    expect(plansIn(started)).toEqual(['Großer Plan 計画 (2).perennial', 'Großer Plan 計画.perennial']);
  });

  it('that lies there already, byte for byte, is opened where it is', async () => {
    const started = startPlanner();
    const bytes = planBytes('Same');
    mkdirSync(join(started.folder, 'plans'));
    writeFileSync(join(started.folder, 'plans', 'a.perennial'), bytes);
    expect(await started.get('plan/open-upload', { name: 'a.perennial', bytes })).toMatchObject({
      opened: { name: 'a' },
    });
    expect(plansIn(started)).toEqual(['a.perennial']);
  });

  it('never takes the name of a plan that is gone while its backups are there', async () => {
    const started = startPlanner();
    mkdirSync(join(started.folder, 'plans'));
    writeFileSync(join(started.folder, 'plans', 'a.perennial.backup-1'), planBytes('Old'));
    const opening = await started.get('plan/open-upload', { name: 'a.perennial', bytes: planBytes('New') });
    expect(opening).toMatchObject({ opened: { name: 'a (2)' } });
  });

  it.each([
    ['../../evil.perennial', 'evil.perennial'],
    ['..\\..\\evil.perennial', 'evil.perennial'],
    ['C:\\plans\\a:b?.perennial', 'C plans a b.perennial'],
    ['con.perennial', '_con.perennial'],
    ['.perennial', 'perennial.perennial'],
    ['no ending', 'no ending.perennial'],
  ])('gets a name that is safe: %j', async (name, kept) => {
    const started = startPlanner();
    await started.get('plan/open-upload', { name, bytes: planBytes('One') });
    expect(plansIn(started)).toEqual([kept]);
  });

  it('is refused before a byte is written when it is no plan, of a newer program, or too large', async () => {
    const started = startPlanner();
    const upload = (bytes: Uint8Array) => started.call('plan/open-upload', { name: 'a.perennial', bytes });
    expect(await upload(new TextEncoder().encode('a,b\n1,2'))).toMatchObject({
      error: { code: 'not-a-plan' },
    });
    expect(await upload(new Uint8Array())).toMatchObject({ error: { code: 'not-a-plan' } });
    const newer = planBytes('Newer');
    newer[63] = 99;
    expect(await upload(newer)).toMatchObject({ error: { code: 'newer-version' } });
    expect(
      await started.planner.call('plan/open-upload', {
        name: 'a.perennial',
        bytes: new Uint8Array(100 * 1024 * 1024 + 1),
      }),
    ).toMatchObject({
      error: { code: 'too-large', message: { values: { file: 'a.perennial', most: 100 } } },
    });
    expect(existsSync(join(started.folder, 'plans'))).toBe(false);
  });

  it('that begins like a plan and is none, or is damaged, is not kept', async () => {
    const started = startPlanner();
    const bytes = planBytes('Torn').subarray(0, 6000);
    const answer = await started.call('plan/open-upload', { name: 'a.perennial', bytes });
    expect(answer).toMatchObject({ value: { kind: 'damaged', recovery: null } });
    expect(readdirSync(join(started.folder, 'plans'))).toEqual([]);
  });
});
