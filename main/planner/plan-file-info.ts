import { dirname } from 'node:path';
import type { PlanHandle } from '#shared/api/api.ts';
import type { PlanFileInfo } from '#shared/api/files-api.ts';
import type { PlannerContext } from './context.ts';

/** What is known of an open plan's file, and of the keeping of its backups. */
export function planFileInfo({ plans, drafts }: PlannerContext, handle: PlanHandle): PlanFileInfo {
  const document = plans.get(handle).document();
  const place = drafts.holds(document.path) ? null : dirname(document.path);
  return { ...plans.careOf(handle).info(), place };
}
