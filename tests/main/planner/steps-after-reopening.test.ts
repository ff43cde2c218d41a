import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { openInPlanner } from '#tests/fixtures/open-in-planner.ts';
import { makePlanFile } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const sheetOf = (...rows: readonly string[]) =>
  ['Capital plan (£000),,', 'Project,2026/27,2027/28', ...rows].join('\n');
const FIRST = sheetOf('Warm homes,"1,200.5",800', 'Town square,300,');
const SECOND = sheetOf('Tram depot,40,50');

function makeFile(): string {
  const path = join(tempFolder(), 'Plan.perennial');
  const plan = buildPlan({ years: 3, lines: [{ id: 'l1', title: 'Roads', need: ['1', null, '3'] }] });
  makePlanFile(path, plan).close();
  return path;
}

/** Undoes and redoes the last step, each time in a planner that knows no more than the file. */
async function undoAndRedo(path: string, before: Plan, after: Plan): Promise<void> {
  const undoing = await openInPlanner(path);
  expect(await undoing.plan()).toEqual(after);
  await undoing.started.get('plan/undo', { plan: undoing.handle });
  expect(await undoing.plan()).toEqual(before);
  await undoing.close();
  const redoing = await openInPlanner(path);
  expect(await redoing.plan()).toEqual(before);
  await redoing.started.get('plan/redo', { plan: redoing.handle });
  expect(await redoing.plan()).toEqual(after);
  await redoing.close();
}

describe('a file that was closed and opened again', () => {
  it('takes an import back as one step, and does it again', async () => {
    const path = makeFile();
    const first = await openInPlanner(path);
    const before = await first.plan();
    const step = await first.importText('capital.csv', FIRST);
    expect(step).toMatchObject({ canUndo: { id: 'planner.step-import', values: { file: 'capital.csv' } } });
    const after = await first.plan();
    expect(after.lines.rows.map(({ title }) => title)).toEqual(['Roads', 'Warm homes', 'Town square']);
    await first.close();
    await undoAndRedo(path, before, after);
  });

  it('takes a fill of many cells back as one step, and does it again', async () => {
    const path = makeFile();
    const first = await openInPlanner(path);
    const before = await first.plan();
    const fill = (from: string, minor: bigint): Edit => ({
      kind: 'set-amounts',
      blocks: [{ ref: { of: 'line', measure: 'need', line: 'l1' }, from, minor: [minor] }],
    });
    const edits = [fill('2026', 700n), fill('2027', 700n), fill('2028', 700n)];
    await first.apply({ kind: 'batch', label: 'Fill right', edits });
    const after = await first.plan();
    expect(after.lines.rows[0]?.need.minor).toEqual([700n, 700n, 700n]);
    await first.close();
    await undoAndRedo(path, before, after);
  });

  it('still knows where the values of a first import came from, after a second one and after a restore', async () => {
    const path = makeFile();
    const first = await openInPlanner(path);
    await first.importText('first.csv', FIRST);
    const version = { plan: first.handle, name: 'Imported', kind: 'original', note: '' } as const;
    await first.started.get('versions/create', version);
    await first.importText('second.csv', SECOND);
    const [warm] = (await first.plan()).lines.rows.filter(({ title }) => title === 'Warm homes');
    if (!warm) throw new Error('not imported');
    await first.apply({ kind: 'remove-lines', ids: [warm.id] });
    await first.close();

    const again = await openInPlanner(path);
    const provenanceOf = async (title: string) => {
      const [line] = (await again.plan()).lines.rows.filter((row) => row.title === title);
      const origins = (line?.need.origin ?? []).filter((origin) => origin > 0);
      const asked = origins.map((origin) =>
        again.started.get('plan/get-provenance', { plan: again.handle, origin }),
      );
      return (await Promise.all(asked)).map((found) => [found?.file, found?.cell, found?.raw]);
    };
    expect(await provenanceOf('Town square')).toEqual([['first.csv', 'B4', '300']]);
    expect(await provenanceOf('Tram depot')).toEqual([
      ['second.csv', 'B3', '40'],
      ['second.csv', 'C3', '50'],
    ]);
    await again.started.get('versions/restore', { plan: again.handle, number: 1 });
    expect((await again.plan()).lines.rows.map(({ title }) => title)).toEqual([
      'Roads',
      'Warm homes',
      'Town square',
    ]);
    expect(await provenanceOf('Warm homes')).toEqual([
      ['first.csv', 'B3', '1,200.5'],
      ['first.csv', 'C3', '800'],
    ]);
    await again.started.get('plan/undo', { plan: again.handle });
    expect(await provenanceOf('Tram depot')).toHaveLength(2);
    expect(await provenanceOf('Warm homes')).toEqual([]);
  });
});
