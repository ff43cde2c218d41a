import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { FileEntry, RecentPlan } from '#shared/api/api.ts';
import { plannerMessages } from '#shared/messages/catalogue/planner.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import type { Handlers, PlannerContext } from './context.ts';
import type { PlannerPorts } from './ports.ts';
import type { Recent } from './recents.ts';
import { listSamples } from './samples.ts';

type AppChannel =
  'app/get-info' | 'file/list-plans' | 'file/choose-plan' | 'file/choose-target' | 'job/cancel';

/** The calls about the app itself, its files and its jobs. */
export function appHandlers({ ports, recents, calls }: PlannerContext): Handlers<AppChannel> {
  return {
    'app/get-info': async () => ({
      host: ports.host,
      version: ports.version,
      user: ports.user(),
      locale: ports.locale,
      recents: recents.list().map((recent) => toRecent(ports, recent)),
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
      const path = await ports.dialogs.chooseTarget(wanted);
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

/** A draft's file has a name that says nothing to people: it goes by the plan's title. */
function toRecent({ tokens, folders }: PlannerPorts, { path, title, openedAt }: Recent): RecentPlan {
  const file = tokens.tokenFor(path);
  if (dirname(path) !== folders.drafts)
    return { file, name: basename(path, PLAN_EXTENSION), place: dirname(path), openedAt };
  const name = title || plannerMessages['planner.untitled'];
  return { file, name, place: plannerMessages['planner.place-draft'], openedAt };
}
