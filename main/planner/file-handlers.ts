import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileToken } from '#shared/api/api.ts';
import { DocumentError } from '#main/document/document-error.ts';
import { removeDocument } from '#main/document/remove-document.ts';
import { chosenPath } from './chosen-path.ts';
import type { Handlers, PlannerContext } from './context.ts';
import { keepUpload } from './keep-upload.ts';
import { openPlanFile } from './open-plan-file.ts';
import { planFileInfo } from './plan-file-info.ts';
import { Refusal } from './refusal.ts';
import { isSameFile } from './same-file.ts';

type FileChannel =
  | 'plan/open'
  | 'plan/open-upload'
  | 'plan/save-as'
  | 'plan/export-copy'
  | 'plan/duplicate'
  | 'plan/get-file-info'
  | 'draft/discard';

/** The calls about plan files: opening, saving under another name, copying, and discarding drafts. */
export function fileHandlers(context: PlannerContext): Handlers<FileChannel> {
  const { ports, plans, targets, startFile } = context;
  return {
    'plan/open': ({ file, mode }) => {
      const path = chosenPath(ports.tokens, file);
      startFile.done(path);
      return openPlanFile(context, path, mode);
    },
    'plan/open-upload': ({ name, bytes }) => openUpload(context, name, bytes),
    'plan/save-as': ({ plan, file }) => {
      const path = chosenPath(ports.tokens, file);
      if (!isSameFile(plans.get(plan).document().path, path)) refuseOpen(context, path);
      const opened = plans.saveAs(plan, path, targets.mayReplace(path));
      targets.done(path);
      return opened;
    },
    'plan/export-copy': ({ plan, file }) => {
      const path = chosenPath(ports.tokens, file);
      const document = plans.get(plan).document();
      if (isSameFile(document.path, path)) {
        const values = { file: basename(path) };
        throw new Refusal('same-file', { id: 'planner.copy-over-itself', values });
      }
      refuseOpen(context, path);
      const message = document.copyTo(path, targets.mayReplace(path));
      targets.done(path);
      if (message !== null) context.emit({ kind: 'notice', plan, tone: 'info', message });
      return null;
    },
    'plan/duplicate': ({ plan }) => plans.duplicate(plan),
    'plan/get-file-info': ({ plan }) => planFileInfo(context, plan),
    'draft/discard': ({ file }) => discard(context, file),
  };
}

/** A file that cannot be opened as a plan is not kept: whoever sent it still has it. */
function openUpload(context: PlannerContext, name: string, bytes: Uint8Array) {
  const { path, isNew } = keepUpload(context.ports.folders.plans, name, bytes);
  let isOpened = false;
  try {
    const opening = openPlanFile(context, path, 'write');
    isOpened = opening.kind === 'opened';
    return opening;
  } finally {
    if (isNew && !isOpened) rmSync(path, { force: true });
  }
}

function discard({ ports, plans, drafts }: PlannerContext, file: FileToken): null {
  const path = chosenPath(ports.tokens, file);
  const values = { file: basename(path) };
  if (!drafts.holds(path)) throw new Refusal('not-a-draft', { id: 'planner.not-a-draft', values });
  if (plans.find(path) !== null) throw new Refusal('in-use', { id: 'planner.open-here', values });
  removeDocument(path, { user: ports.user(), now: ports.clock.now() });
  return null;
}

/** A file that is open must not be replaced; one that is only read here has no lock that would say so. */
function refuseOpen({ plans }: PlannerContext, path: string): void {
  if (plans.find(path) === null) return;
  throw new DocumentError('in-use', { id: 'document.target-in-use', values: { file: basename(path) } });
}
