import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { explainFileError } from '#main/document/explain-error.ts';
import { peekDocument } from '#main/document/peek-document.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import { isSameFile } from './same-file.ts';

type Draft = {
  readonly path: string;
  readonly title: string;
  readonly changedAt: string;
  readonly edits: number;
};

/** The plans that have no file of their own choosing yet, in a folder of the app's. */
export type Drafts = {
  readonly holds: (path: string) => boolean;
  /** A path for a new draft; makes the folder. @throws DocumentError */
  readonly newPath: () => string;
  /** Every draft, the last changed first. One that cannot be read is listed by its file's name: nothing disappears. */
  readonly list: () => readonly Draft[];
};

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
    list: () =>
      planFilesIn(folder)
        .flatMap((path) => look(path) ?? [])
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
function look(path: string): Draft | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return null;
  const peeked = peekDocument(path);
  if (peeked !== null) return { path, ...peeked };
  return { path, title: basename(path, PLAN_EXTENSION), changedAt: stats.mtime.toISOString(), edits: 0 };
}
