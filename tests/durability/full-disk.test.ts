import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#shared/plan/edit.ts';
import { startHostProcess, type HostProcess } from '#tests/fixtures/host-process.ts';
import { heldToPermissions, makeSmallDisk } from '#tests/fixtures/small-disk.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';
import { makePlanFile, openPlanFile } from './plan-in-host.ts';

const DISK_KILOBYTES = 1500;
const BALLAST_BYTES = 400 * 1024;

/** An edit whose text cannot be compressed. */
function longNote(kilobytes: number): Edit {
  return { kind: 'set-plan', changes: { assumptions: randomBytes(kilobytes * 512).toString('hex') } };
}

type OpenPlan = { readonly host: HostProcess; readonly plan: string };

/** Edits until the plan's file says no; answers what it said, and the last text that was acknowledged. */
async function editUntilRefused({ host, plan }: OpenPlan) {
  const start = await host.get('plan/get-snapshot', { plan });
  let { seq } = start;
  let kept = start.plan.assumptions;
  for (let edits = 0; edits < 500; edits++) {
    const edit = longNote(24);
    const answer = await host.call('plan/apply-edit', { plan, base: seq, edit });
    if (!answer.ok) return { error: answer.error, seq, kept };
    seq = answer.value.seq;
    if (edit.kind === 'set-plan') kept = edit.changes.assumptions ?? '';
  }
  throw new Error('The disk never filled');
}

describe('a disk that is full', () => {
  it('is said so, keeps every edit that was acknowledged, and takes more once there is room', async () => {
    const home = tempFolder();
    const disk = makeSmallDisk(DISK_KILOBYTES);
    const { folder } = disk;
    const place = { home, folder, under: disk.under };
    let host = await startHostProcess(place);
    const plan = await makePlanFile(host, 'Kept');
    const ballast = join(folder, 'ballast');
    if (disk.code === 'disk-full') writeFileSync(ballast, randomBytes(BALLAST_BYTES));

    const { error, seq, kept } = await editUntilRefused({ host, plan });
    expect(error).toMatchObject({ code: disk.code, message: { id: `document.${disk.code}` } });
    const { seq: standing, plan: stands } = await host.get('plan/get-snapshot', { plan });
    expect([standing, stands.assumptions]).toEqual([seq, kept]);
    expect(readdirSync(folder).filter((name) => name.endsWith('-journal') || name.includes('.tmp'))).toEqual(
      [],
    );

    rmSync(ballast, { force: true });
    if (disk.code === 'disk-full') {
      const more = await host.get('plan/apply-edit', { plan, base: seq, edit: longNote(24) });
      expect(more.seq).toBe(seq + 1);
    }
    await host.kill();

    host = await startHostProcess({ ...place, under: [] });
    const again = await host.get('plan/get-snapshot', { plan: await openPlanFile(host) });
    expect(again.seq).toBe(disk.code === 'disk-full' ? seq + 1 : seq);
    await host.kill();
  });

  it('takes no plan that does not fit, and leaves nothing of it behind', async () => {
    const home = tempFolder();
    const disk = makeSmallDisk(DISK_KILOBYTES);
    const { folder } = disk;
    const host = await startHostProcess({ home, folder, under: disk.under });
    const plan = await makePlanFile(host, 'Kept');
    if (disk.code === 'disk-full') writeFileSync(join(folder, 'ballast'), randomBytes(1100 * 1024));
    const before = readdirSync(folder);

    const target = await host.get('file/choose-target', { kind: 'plan', name: 'Copy', replace: false });
    const refusal = await fillAndCopy({ host, plan }, target?.file ?? '');
    const id = disk.code === 'disk-full' ? 'document.no-room-for-file' : 'document.failed';
    expect(refusal).toMatchObject({ ok: false, error: { code: disk.code, message: { id } } });
    expect(readdirSync(folder).filter((name) => name.startsWith('Copy'))).toEqual([]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(before));
    await host.kill();
  });
});

/** Lets the plan grow as far as the disk allows, then asks for a copy beside it. */
async function fillAndCopy({ host, plan }: OpenPlan, file: string) {
  await editUntilRefused({ host, plan });
  return host.call('plan/export-copy', { plan, file });
}

/** Does the work while nothing can be made or removed in the folder. */
async function whileClosed(folder: string, work: () => Promise<void>): Promise<void> {
  chmodSync(folder, 0o555);
  try {
    await work();
  } finally {
    chmodSync(folder, 0o755);
  }
}

describe('a folder that nothing can be written to', () => {
  it('opens its plan to be read, says why, and nothing in it changes', async () => {
    const home = tempFolder();
    const folder = join(home, 'nur lesen 読取専用');
    mkdirSync(folder);
    const first = await startHostProcess({ home, folder });
    const made = await makePlanFile(first, 'Kept');
    await first.get('plan/close', { plan: made });
    await first.kill();
    const before = readdirSync(folder);
    const file = join(folder, 'Kept.perennial');
    chmodSync(file, 0o444);

    const host = await startHostProcess({ home, folder, under: heldToPermissions() });
    await whileClosed(folder, async () => {
      const { files } = await host.get('file/list-plans', {});
      const opening = await host.get('plan/open', { file: files[0]?.file ?? '', mode: 'write' });
      if (opening.kind !== 'opened') throw new Error(opening.kind);
      expect(opening.opened.readOnly).toEqual({ id: 'document.reading-because-not-writable' });
      const edit: Edit = { kind: 'set-plan', changes: { title: 'Changed' } };
      const refused = await host.call('plan/apply-edit', { plan: opening.opened.handle, base: 1, edit });
      expect(refused).toMatchObject({ ok: false, error: { code: 'read-only' } });
      expect(readdirSync(folder)).toEqual(before);
    });
    await host.kill();
  });

  it('that closes while a plan is open refuses the edit, and takes it once it is open again', async () => {
    const home = tempFolder();
    const folder = join(home, 'plans');
    mkdirSync(folder);
    const host = await startHostProcess({ home, folder, under: heldToPermissions() });
    const plan = await makePlanFile(host, 'Kept');
    const edit: Edit = { kind: 'set-plan', changes: { title: 'Changed' } };
    await whileClosed(folder, async () => {
      const refused = await host.call('plan/apply-edit', { plan, base: 1, edit });
      expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    });
    expect((await host.get('plan/apply-edit', { plan, base: 1, edit })).seq).toBe(2);
    await host.kill();
  });
});
