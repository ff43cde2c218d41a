import { basename } from 'node:path';
import type { OpenMode, PlanOpening } from '#shared/api/files-api.ts';
import { DocumentError, DocumentInUse } from '#main/document/document-error.ts';
import { findRecovery, recoverDocument } from '#main/document/recovery.ts';
import type { PlannerContext } from './context.ts';
import { Refusal } from './refusal.ts';

/**
 * Opens a plan file in one of the ways to do so, or answers the question that a person must decide first: somebody else
 * edits it, or it is damaged.
 * @throws DocumentError for what no decision helps with: a newer version, another program's tables, no plan at all.
 */
export function openPlanFile(context: PlannerContext, path: string, mode: OpenMode): PlanOpening {
  const { plans } = context;
  try {
    if (mode !== 'recover') return { kind: 'opened', opened: plans.open(path, mode).opened() };
    refuseOpen(context, path);
    const note = recoverDocument(path, context.ports.clock.now());
    const opened = plans.open(path, 'write').opened();
    return { kind: 'opened', opened: { ...opened, notes: [note, ...opened.notes] } };
  } catch (error) {
    const question = questionOf(error, path);
    if (question === null) throw error;
    return question;
  }
}

function questionOf(error: unknown, path: string): PlanOpening | null {
  if (error instanceof DocumentInUse) {
    return { kind: 'in-use', holder: error.holder, mayTakeOver: error.mayTakeOver };
  }
  if (!(error instanceof DocumentError && error.code === 'damaged')) return null;
  return { kind: 'damaged', message: error.sentence, recovery: findRecovery(path) };
}

/** What is open is not damaged beyond use, and must not be replaced under the one who has it open. */
function refuseOpen({ plans }: PlannerContext, path: string): void {
  if (plans.find(path) === null) return;
  throw new Refusal('in-use', { id: 'planner.open-here', values: { file: basename(path) } });
}
