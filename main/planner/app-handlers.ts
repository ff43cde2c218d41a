import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { FileEntry, FileToken, RecentPlan } from '#shared/api/api.ts';
import type { DraftPlan } from '#shared/api/files-api.ts';
import { plannerMessages } from '#shared/messages/catalogue/planner.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import type { Handlers, PlannerContext } from './context.ts';
import { isPlanPath } from './plan-path.ts';
import type { PlannerPorts, WantedTarget } from './ports.ts';
import { listSamples } from './samples.ts';

type AppChannel =
  'app/get-info' | 'file/list-plans' | 'file/choose-plan' | 'file/choose-target' | 'job/cancel';

/** The calls about the app itself, its files and its jobs. */
export function appHandlers(context: PlannerContext): Handlers<AppChannel> {
  const { ports, calls } = context;
  return {
    'app/get-info': async () => ({
      host: ports.host,
      version: ports.version,
      user: ports.user(),
      locale: ports.locale,
      recents: listRecents(context),
      drafts: listDrafts(context),
      startFile: startFileOf(context),
      samples: await listSamples(ports.folders.samples, ports.log),
    }),
    'file/list-plans': async () => {
      const { folder, plans } = await ports.dialogs.listPlans();
      return { folder, files: plans.map(({ path, modifiedAt }) => toEntry(ports, path, modifiedAt)) };
    },
    'file/choose-plan': async () => {
      const path = await ports.dialogs.choosePlan();
      return path === null ? null : toEntry(ports, path, (await stat(path)).mtime.toISOString());
    },
    'file/choose-target': async (wanted) => {
      const path = await chooseTarget(context, wanted);
      return path === null ? null : toEntry(ports, path, ports.clock.now().toISOString());
    },
    'job/cancel': ({ call }) => {
      calls.cancel(call);
      return null;
    },
  };
}

function toEntry({ tokens }: PlannerPorts, path: string, modifiedAt: string): FileEntry {
  return { file: tokens.tokenFor(path), name: basename(path), modifiedAt };
}

/** Drafts have a list of their own. */
function listRecents({ ports, recents, drafts }: PlannerContext): RecentPlan[] {
  return recents
    .list()
    .filter(({ path }) => !drafts.holds(path))
    .map(({ path, openedAt }) => {
      const file = ports.tokens.tokenFor(path);
      return { file, name: basename(path, PLAN_EXTENSION), place: dirname(path), openedAt };
    });
}

/** A draft's file has a name that says nothing to people: it goes by the plan's title. */
function listDrafts({ ports, drafts, plans }: PlannerContext): DraftPlan[] {
  return drafts.list(plans.find).map(({ path, title, changedAt, edits }) => {
    const file = ports.tokens.tokenFor(path);
    return { file, title: title || plannerMessages['planner.untitled'], changedAt, edits };
  });
}

function startFileOf({ ports, startFile }: PlannerContext): FileToken | null {
  const path = startFile.current();
  return path === null ? null : ports.tokens.tokenFor(path);
}

/** Some dialogs leave the ending of a plan's name to the program; what was asked there was about the other name. */
async function chooseTarget(
  { ports, targets }: PlannerContext,
  wanted: WantedTarget,
): Promise<string | null> {
  const path = await ports.dialogs.chooseTarget(wanted);
  if (path === null) return null;
  if (wanted.kind === 'plan' && !isPlanPath(path)) return `${path}${PLAN_EXTENSION}`;
  targets.choose(path);
  return path;
}
