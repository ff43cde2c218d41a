import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ApiEvent } from '#shared/api/api.ts';
import type { PlanDocument } from '#main/document/document.ts';
import { createJobRunner } from '#main/jobs/run-jobs.ts';
import type { jobTasks } from '#main/jobs/tasks.ts';
import { createFileCare } from '#main/planner/file-care.ts';
import type { PlannerPorts } from '#main/planner/ports.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, openPlanFile, readPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const jobs = createJobRunner<typeof jobTasks>({
  worker: new URL('../../../main/jobs/worker.ts', import.meta.url),
});
const cares: { readonly stop: () => void }[] = [];
const documents: PlanDocument[] = [];
afterEach(() => {
  for (const care of cares.splice(0)) care.stop();
  for (const document of documents.splice(0)) document.close();
});

const START = Date.parse('2026-11-22T10:00:00.000Z');
const MINUTES = 60_000;
/** A check is a process of its own, which a busy machine is slow to start. */
const SOON_ENOUGH = { timeout: 20_000 };

/** A plan that is cared for, with a clock that stands still and looks that are made by hand. */
function careFor(document: PlanDocument, runJob: PlannerPorts['runJob'] = jobs.run) {
  const events: ApiEvent[] = [];
  const logged: string[] = [];
  const looks: { readonly milliseconds: number; readonly act: () => void }[] = [];
  let time = START;
  const care = createFileCare({
    plan: 'p',
    document,
    runJob,
    now: () => new Date(time),
    log: (entry, cause) => logged.push(`${entry} ${String(cause)}`),
    emit: (event) => events.push(event),
    every: (milliseconds, act) => {
      const look = { milliseconds, act };
      looks.push(look);
      return () => looks.splice(looks.indexOf(look), 1);
    },
  });
  cares.push(care);
  return {
    care,
    events,
    logged,
    looks,
    look: () => looks.at(-1)?.act(),
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

function openPlan(): { readonly path: string; readonly document: PlanDocument } {
  const path = join(tempFolder(), 'Plan.perennial');
  const document = makePlanFile(path, buildPlan({ years: 2, lines: [{ id: 'l1', need: ['1', '2'] }] }));
  documents.push(document);
  return { path, document };
}

/** Takes a number of steps, telling the care of each, from where the plan stands. */
function stepper(document: PlanDocument, care: { readonly afterStep: () => void }) {
  let state = document.opened;
  return (count: number) => {
    for (let done = 0; done < count; done += 1) {
      state = writeEdit(document, state, { kind: 'set-plan', changes: { title: `Title ${state.seq}` } });
      care.afterStep();
    }
  };
}

function editsIn(document: PlanDocument): number[] {
  return document.info().backups.map(({ edits }) => edits);
}

describe('the care for an open plan', () => {
  it('looks every five seconds, and begins with a full check of the plan and its first backup', async () => {
    const { document } = openPlan();
    const { care, looks, look, events } = careFor(document);
    expect(looks.map(({ milliseconds }) => milliseconds)).toEqual([5000]);
    expect(care.info()).toMatchObject({
      edits: 0,
      madeAt: '2026-11-22T10:00:00.000Z',
      madeWith: '0.1.0',
      integrity: { check: 'quick', at: '2026-11-22T10:00:00.000Z', isGood: true },
      backups: [],
      backupProblem: null,
    });
    look();
    await vi.waitFor(() => expect(care.info().integrity.check).toBe('full'), SOON_ENOUGH);
    await vi.waitFor(() => expect(editsIn(document)).toEqual([0]), SOON_ENOUGH);
    expect(care.info().integrity).toEqual({ check: 'full', at: '2026-11-22T10:00:00.000Z', isGood: true });
    expect(events).toEqual([]);
  });

  it('writes a backup after 200 edits, after a quarter of an hour with edits, and on closing', async () => {
    const { path, document } = openPlan();
    const { care, look, pass } = careFor(document);
    const step = stepper(document, care);
    look();
    await vi.waitFor(() => expect(editsIn(document)).toEqual([0]), SOON_ENOUGH);
    step(199);
    look();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(editsIn(document)).toEqual([0]);
    step(1);
    await vi.waitFor(() => expect(editsIn(document)).toEqual([200, 0]), SOON_ENOUGH);
    pass(15 * MINUTES);
    look();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(editsIn(document)).toEqual([200, 0]);
    step(1);
    await vi.waitFor(() => expect(editsIn(document)).toEqual([201, 200, 0]), SOON_ENOUGH);
    step(2);
    care.stop();
    document.close();
    expect(readdirSync(dirname(path)).toSorted()).toEqual([
      'Plan.perennial',
      'Plan.perennial.backup-1',
      'Plan.perennial.backup-2',
      'Plan.perennial.backup-3',
    ]);
    const again = openPlanFile(path);
    expect(editsIn(again)).toEqual([203, 201, 200]);
    again.close();
  });

  it('tells once that another program changed the file, at the next look or the next step, and writes no backup then', () => {
    const { path, document } = openPlan();
    const { care, look, events } = careFor(document);
    copyFileSync(path, `${path}.new`);
    renameSync(`${path}.new`, path);
    look();
    look();
    care.afterStep();
    care.stop();
    expect(events).toEqual([{ kind: 'file-changed', plan: 'p', state: 'changed' }]);
    expect(existsSync(`${path}.backup-1`)).toBe(false);
  });

  it('tells that the file is gone', () => {
    const { path, document } = openPlan();
    const { look, events } = careFor(document);
    rmSync(path);
    look();
    expect(events).toEqual([{ kind: 'file-changed', plan: 'p', state: 'gone' }]);
  });

  it('tells what the full check found, keeps the backups that are there, and makes no more', async () => {
    const { document } = openPlan();
    const { care, look, pass, events, logged } = careFor(document, badCheck);
    const step = stepper(document, care);
    look();
    await vi.waitFor(() => expect(events.length).toBe(1), SOON_ENOUGH);
    expect(events).toEqual([
      {
        kind: 'notice',
        plan: 'p',
        tone: 'error',
        message: { id: 'document.check-found-damage', values: { file: 'Plan.perennial' } },
      },
    ]);
    expect(care.info().integrity).toEqual({ check: 'full', at: '2026-11-22T10:00:00.000Z', isGood: false });
    expect(logged).toEqual(['full check page 7 is not what it should be']);
    await new Promise((resolve) => setTimeout(resolve, 20));
    pass(15 * MINUTES);
    step(1);
    look();
    care.stop();
    expect(editsIn(document)).toEqual([]);
    expect(events.length).toBe(1);
  });

  it('says once why there is no backup, goes on, and takes it back when there is one again', async () => {
    const { path, document } = openPlan();
    mkdirSync(`${path}.backup-1`);
    writeFileSync(join(`${path}.backup-1`, 'mine.txt'), 'x');
    const { care, look, pass, events } = careFor(document);
    const step = stepper(document, care);
    look();
    await vi.waitFor(() => expect(care.info().backupProblem?.id).toMatch(/^document\.no-backup/), {
      timeout: 20_000,
    });
    pass(15 * MINUTES);
    step(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(events.map(({ kind }) => kind)).toEqual(['notice']);
    rmSync(`${path}.backup-1`, { recursive: true });
    pass(15 * MINUTES);
    look();
    await vi.waitFor(() => expect(editsIn(document)).toEqual([1]), SOON_ENOUGH);
    await vi.waitFor(() => expect(care.info().backupProblem).toBeNull(), SOON_ENOUGH);
  });

  it('goes with the plan to another file', () => {
    const { path, document } = openPlan();
    const { care, looks, look, events } = careFor(document);
    const target = join(dirname(path), 'Elsewhere.perennial');
    document.copyTo(target, false);
    const copy = openPlanFile(target);
    documents.push(copy);
    care.moveTo(copy);
    document.close();
    expect(looks.length).toBe(1);
    expect(existsSync(`${path}.backup-1`)).toBe(true);
    rmSync(path);
    look();
    expect(events).toEqual([]);
    rmSync(target);
    look();
    expect(events).toEqual([{ kind: 'file-changed', plan: 'p', state: 'gone' }]);
  });

  it('needs nothing for a plan that is only read', () => {
    const { path, document } = openPlan();
    const reader = readPlanFile(path);
    documents.push(reader);
    const { care, looks } = careFor(reader);
    expect(looks).toEqual([]);
    care.afterStep();
    expect(care.info()).toMatchObject({ edits: 0, backups: [], backupProblem: null });
    care.stop();
    expect(existsSync(`${path}.backup-1`)).toBe(false);
    expect(document.fileChange()).toBeNull();
  });
});

/** A check that finds damage: real damage that opening does not find is met in the tests of the check itself. */
const badCheck: PlannerPorts['runJob'] = () =>
  // The one task that the care runs.
  Promise.resolve({
    ok: true,
    value: { isGood: false, problem: 'page 7 is not what it should be' },
  }) as never;
