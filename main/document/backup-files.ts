import { lstatSync, renameSync, rmSync } from 'node:fs';
import type { BackupInfo } from '#shared/api/files-api.ts';
import { checkStructure } from './database.ts';
import { flushFile, settleFile } from './durable-file.ts';
import { checkFileHeader } from './file-header.ts';
import { isPlainFile } from './leftovers.ts';
import { openAsItIs } from './neighbours.ts';

/** How many backups lie beside a plan: the newest, and two to go back to. */
const MOST_BACKUPS = 3;
const NUMBERS = Array.from({ length: MOST_BACKUPS }, (_, index) => index + 1);

/** The backup with this number beside a plan; 1 is the newest. */
function backupPath(path: string, number: number): string {
  return `${path}.backup-${number}`;
}

/** The backups that lie beside a plan, newest first. Only plain files count. */
export function backupsOf(path: string): string[] {
  return NUMBERS.map((number) => backupPath(path, number)).filter(isPlainFile);
}

/** What is told of the backups beside a plan; one that cannot be read is left out. */
export function describeBackups(path: string): BackupInfo[] {
  return backupsOf(path).flatMap((backup) => {
    const edits = readState(backup)?.edits;
    const stats = lstatSync(backup, { throwIfNoEntry: false });
    if (edits === undefined || stats === undefined) return [];
    return [{ savedAt: stats.mtime.toISOString(), edits, bytes: stats.size }];
  });
}

/** What the newest backup holds, as `STATE_KEY` says it; null when there is none that can be read. */
export function newestState(path: string): string | null {
  const [newest] = backupsOf(path);
  return newest === undefined ? null : stateIn(newest);
}

/** What one backup holds; null for one that cannot be read. */
export function stateIn(backup: string): string | null {
  return readState(backup)?.key ?? null;
}

/** Gives a finished backup its name, durably, and moves those before it back by one; the oldest gives way. */
export function rotateIn(path: string, temporary: string): void {
  flushFile(temporary);
  for (const number of NUMBERS.slice(0, -1).toReversed()) {
    const backup = backupPath(path, number);
    if (isPlainFile(backup)) renameSync(backup, backupPath(path, number + 1));
  }
  settleFile(temporary, backupPath(path, 1), true);
}

/** Deletes every backup of a plan that is deleted itself. */
export function removeBackups(path: string): void {
  for (const backup of backupsOf(path)) rmSync(backup, { force: true });
}

/** All of a plan that a backup keeps, as one text: its edits and its named versions, which are no edits. */
export const STATE_KEY =
  "SELECT seq AS edits, seq || ' ' || hash || ' ' || coalesce((SELECT group_concat(" +
  "number || ' ' || kind || ' ' || name || ' ' || note, char(10) ORDER BY number) FROM versions), '') AS key " +
  'FROM document';

function readState(backup: string): { readonly edits: number; readonly key: string } | null {
  try {
    checkFileHeader(backup);
    const db = openAsItIs(backup);
    try {
      checkStructure(db, backup);
      const row = db.prepare(STATE_KEY).get();
      const edits = Number(row?.['edits'] ?? -1);
      return edits < 0 || !Number.isSafeInteger(edits) ? null : { edits, key: String(row?.['key']) };
    } finally {
      db.close();
    }
  } catch {
    // Damaged, or no plan: as good as no backup.
    return null;
  }
}
