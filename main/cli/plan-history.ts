import type { Edit } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { createDocument } from '#main/document/create-document.ts';
import { openDocument } from '#main/document/document.ts';
import { createSession, type Session } from '#main/planner/session.ts';
import type { CliContext } from './cli-context.ts';

export type ImportedRows = { readonly empty: Plan; readonly edit: Edit };

/**
 * Makes a plan file whose first step is the import of a spreadsheet, and leaves it open for more. The caller closes its
 * document.
 * @throws DocumentError, also when a file is there that is not to be replaced.
 */
export function startHistory(
  { user, now, version }: CliContext,
  { empty, edit }: ImportedRows,
  target: { readonly path: string; readonly replace: boolean },
): Session {
  createDocument(target.path, empty, { now: now(), version, replace: target.replace });
  const document = openDocument(target.path, { user, now: now(), mode: 'write' });
  const session = createSession({
    handle: target.path,
    document,
    isDraft: () => false,
    // Nobody asks for this file by a token.
    tokenFor: () => '',
    user: () => user,
    now,
    onStep: () => undefined,
  });
  try {
    session.apply(document.opened.seq, edit);
    return session;
  } catch (error) {
    document.close();
    throw error;
  }
}
