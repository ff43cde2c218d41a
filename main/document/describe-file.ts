import type { DatabaseSync } from 'node:sqlite';
import { statSync } from 'node:fs';
import type { PlanFileInfo } from '#shared/api/files-api.ts';
import { describeBackups } from './backup-files.ts';

/** What a plan file tells of itself, apart from where it lies and how its keeping goes on. */
export type DocumentInfo = Omit<PlanFileInfo, 'place' | 'backupProblem'>;

type Making = Pick<PlanFileInfo, 'madeAt' | 'madeWith'>;

/** When the file was made, and with which version of the program. */
export function readMaking(db: DatabaseSync): Making {
  const row = db.prepare('SELECT made_at, made_with FROM document').get();
  return { madeAt: String(row?.['made_at'] ?? ''), madeWith: String(row?.['made_with'] ?? '') };
}

/** Describes the file of an open plan, which passed the quick check at `checkedAt`. */
export function describeFile(
  path: string,
  { madeAt, madeWith, edits, checkedAt }: Making & { readonly edits: number; readonly checkedAt: Date },
): DocumentInfo {
  return {
    bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    madeAt,
    madeWith,
    edits,
    integrity: { check: 'quick', at: checkedAt.toISOString(), isGood: true },
    backups: describeBackups(path),
  };
}
