import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileDialogs, ListedPlan, WantedTarget } from '#main/planner/ports.ts';
import { Refusal } from '#main/planner/refusal.ts';

const PLAN_SUFFIX = '.perennial';
const MAX_NAME = 120;

/**
 * The loopback host's way to open and save: one folder. A browser never gives a path, so a plan is named by its file
 * name in that folder; workbooks are downloaded by the browser instead.
 */
export function makeFolderDialogs(folder: string): FileDialogs {
  return {
    listPlans: async () => ({ folder, plans: await listPlans(folder) }),
    choosePlan: () => Promise.resolve(null),
    chooseTarget: (wanted) => chooseTarget(folder, wanted),
  };
}

/** The plans in the folder, the last changed first; an absent folder has none. */
async function listPlans(folder: string): Promise<readonly ListedPlan[]> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => name.endsWith(PLAN_SUFFIX) && !name.startsWith('.'));
  const plans = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { mtime } = await stat(path);
      return { path, modifiedAt: mtime.toISOString() };
    }),
  );
  return plans.toSorted((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : -1));
}

async function chooseTarget(folder: string, wanted: WantedTarget): Promise<string | null> {
  if (wanted.kind === 'workbook') return null;
  const name = planFileName(wanted.name);
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  if (!wanted.replace && (await isPresent(path))) {
    throw new Refusal('file-exists', { id: 'host.file.exists', values: { name } });
  }
  return path;
}

/**
 * The file name for a plan that a person typed, with its suffix. Names that are paths, that Windows reserves or that
 * no file system takes are refused on every system, so that a folder can be shared.
 * @throws Refusal with the reason.
 */
export function planFileName(typed: string): string {
  const name = typed.trim();
  if (name === '' || name === PLAN_SUFFIX) throw new Refusal('name-empty', { id: 'host.file.name-empty' });
  const stem = name.endsWith(PLAN_SUFFIX) ? name.slice(0, -PLAN_SUFFIX.length) : name;
  const isUnusable =
    stem.length > MAX_NAME ||
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused here
    /[\\/:*?"<>|\u0000-\u001f]/.test(stem) ||
    /^\.|[. ]$/.test(stem) ||
    /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
  if (isUnusable)
    throw new Refusal('name-unusable', { id: 'host.file.name-unusable', values: { name: stem } });
  return `${stem}${PLAN_SUFFIX}`;
}

async function isPresent(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
