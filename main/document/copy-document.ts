import type { DatabaseSync } from 'node:sqlite';
import { basename } from 'node:path';
import type { Message } from '#shared/messages/message.ts';
import { writeNewPlan, type NewPlanFile } from './create-document.ts';
import { DocumentError } from './document-error.ts';
import { inPlaceOf } from './in-place-of.ts';
import { vacuumInto } from './wall.ts';

/** A copy to be made of an open plan: its new path, and whether a file of that name may be replaced. */
export type CopyTarget = { readonly path: string; readonly replace: boolean };

/**
 * Writes a copy with the whole history from the open file. Where its bytes are no longer the plan's (`db` null) or are
 * damaged, the plan itself is written, and the note says that its history stayed behind.
 * @throws DocumentError
 */
export function copyDocument(
  db: DatabaseSync | null,
  { path, replace }: CopyTarget,
  plan: NewPlanFile & { readonly path: string },
): Message | null {
  try {
    if (db !== null) {
      inPlaceOf(path, replace, (temporary) => vacuumInto(db, temporary));
      return null;
    }
  } catch (error) {
    if (!(error instanceof DocumentError && error.code === 'damaged')) throw error;
  }
  inPlaceOf(path, replace, (temporary) => writeNewPlan(temporary, path, plan));
  const values = { file: basename(path), from: basename(plan.path) };
  return { id: 'document.history-stayed-behind', values };
}
