import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { explainFileError } from '#main/document/explain-error.ts';
import type { PlanDocument } from '#main/document/document.ts';
import { peekDocument, type PeekedDocument } from '#main/document/peek-document.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import { isSameFile } from './same-file.ts';
import type { Session } from './session.ts';

type Draft = PeekedDocument & { readonly path: string };

/** Finds the session that has a file open. */
type FindSession = (path: string) => Session | null;

/** The plans that have no file of their own choosing yet, in a folder of the app's. */
export type Drafts = {
  readonly holds: (path: string) => boolean;
  /** A path for a new draft; makes the folder. @throws DocumentError */
  readonly newPath: () => string;
  /** Every draft, the last changed first. One that cannot be read is listed by its file's name: nothing disappears. */
  readonly list: (find: FindSession) => readonly Draft[];
};

/** The drafts in a folder; it need not be there before the first of them. */
export function createDrafts(folder: string, newId: () => string): Drafts {
  return {
    holds: (path) => path.endsWith(PLAN_EXTENSION) && isSameFile(dirname(path), folder),
    newPath: () => {
      const path = join(folder, `${newId()}${PLAN_EXTENSION}`);
      try {
        mkdirSync(folder, { recursive: true });
      } catch (error) {
        throw explainFileError(error, path);
      }
      return path;
    },
    list: (find) =>
      planFilesIn(folder)
        .flatMap((path) => look(path, find(path)) ?? [])
        .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt)),
  };
}

function planFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(PLAN_EXTENSION))
      .map((name) => join(folder, name));
  } catch {
    // There is no folder before the first draft.
    return [];
  }
}

/** Null for what is no file, or is gone since the folder was read. */
function look(path: string, session: Session | null): Draft | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return null;
  const seen = session === null ? peekDocument(path) : describeOpen(session);
  if (seen !== null) return { path, ...seen };
  return { path, title: basename(path, PLAN_EXTENSION), changedAt: stats.mtime.toISOString(), edits: 0 };
}

/**
 * A file that is open here is not opened once more to be looked at: closing it would let go every lock that this
 * process holds on it (https://www.sqlite.org/howtocorrupt.html, section 2.2).
 */
function describeOpen(session: Session): PeekedDocument {
  const { plan, seq } = session.state();
  const document = session.document();
  const changedAt = lastStepAt(document) ?? document.info().madeAt;
  return { title: plan.title, edits: seq, changedAt };
}

function lastStepAt({ history }: PlanDocument): string | null {
  try {
    const filter = { line: null, source: null, who: null, cell: null };
    return history.page({ filter, before: null, limit: 1 }).steps[0]?.at ?? null;
  } catch {
    // A journal that cannot be read is told of where it is asked for.
    return null;
  }
}
