import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SampleInfo } from '#shared/api/api.ts';
import { readPlanJson } from '#shared/plan/json/read-plan-json.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { Refusal } from './refusal.ts';

const EXTENSION = '.json';

/** The sample plans that come with the app; one that cannot be read is left out and logged. */
export async function listSamples(
  folder: string,
  log: (entry: string, cause: unknown) => void,
): Promise<SampleInfo[]> {
  const samples: SampleInfo[] = [];
  for (const id of await sampleIds(folder)) {
    try {
      const plan = await readSample(folder, id);
      samples.push({ id, title: plan.title, note: plan.assumptions });
    } catch (error) {
      log(`sample ${id} cannot be read`, error);
    }
  }
  return samples;
}

/** Reads one sample plan. @throws Refusal when there is none of that name, or it is no plan. */
export async function readSample(folder: string, id: string): Promise<Plan> {
  // Only names that the folder lists: nothing that the window says becomes a path.
  if (!(await sampleIds(folder)).includes(id)) {
    throw new Refusal('unknown-sample', { id: 'planner.unknown-sample', values: { sample: id } });
  }
  const read = readPlanJson(await readFile(join(folder, id + EXTENSION), 'utf8'));
  if (read.ok) return read.plan;
  throw new Refusal('sample-not-readable', {
    id: 'planner.sample-not-readable',
    values: { sample: id },
  });
}

async function sampleIds(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => basename(name, EXTENSION))
    .toSorted();
}
