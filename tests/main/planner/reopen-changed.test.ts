import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDocument } from '#main/document/create-document.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { openInPlanner } from '#tests/fixtures/open-in-planner.ts';
import { rename } from '#tests/fixtures/plan-calls.ts';
import { startPlanner } from '#tests/fixtures/start-planner.ts';

function makeFile(folder: string, name: string, title: string): string {
  const path = join(folder, name);
  const creation = { now: new Date('2026-11-22T10:00:00.000Z'), version: '0.1.0', replace: false };
  createDocument(path, buildPlan({ years: 2, title }), creation);
  return path;
}

describe('a plan that is open in two windows, and whose file another program changed', () => {
  const ways = [
    ['replaced', 'changed-on-disk', (path: string, theirs: string) => renameSync(theirs, path)],
    // The same file is edited by the new session then.
    [
      'written over',
      'taken-over',
      (path: string, theirs: string) => writeFileSync(path, readFileSync(theirs)),
    ],
  ] as const;

  it.for(ways)('opens as it is now, to be edited, when it was %s', async ([, code, change]) => {
    const started = startPlanner();
    const path = makeFile(started.folder, 'ours.perennial', 'Ours');
    const first = await openInPlanner(path, 'write', started);
    const second = await openInPlanner(path, 'write', started);
    expect(second.handle).toBe(first.handle);
    change(path, makeFile(started.folder, 'theirs.perennial', 'Theirs'));

    const again = await openInPlanner(path, 'write', started);
    expect(again.handle).not.toBe(first.handle);
    expect((await again.plan()).title).toBe('Theirs');
    await again.apply(rename('Theirs, edited'));
    expect((await again.plan()).title).toBe('Theirs, edited');
    // The other window keeps what it shows, and is told that nothing more is written from there.
    expect((await first.plan()).title).toBe('Ours');
    const refused = await started.call('plan/apply-edit', {
      plan: first.handle,
      base: 0,
      edit: rename('Lost'),
    });
    expect(refused).toMatchObject({ ok: false, error: { code } });
    await first.close();
    await second.close();
    await again.apply(rename('Still edited'));
    expect((await again.plan()).title).toBe('Still edited');
  });
});
