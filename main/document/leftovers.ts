import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** A lock is written within milliseconds: one that was not named for so long was left by a kill. */
const LOCK_LEFT_MS = 60_000;

/**
 * Clears away what a program that was killed has left beside a plan: only names that this program gives, and only plain
 * files. To be called by the plan's writer.
 */
export function clearLeftovers(path: string): void {
  const name = basename(path).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  // A kept original, too, is copied under such a name first.
  const unfinished = new RegExp(
    `^${name}(\\.version-\\d+(\\.\\d+)?)?\\.${UUID}\\.(tmp|backup|migrating)(-journal)?$`,
  );
  const lock = new RegExp(`^${name}\\.lock\\.${UUID}$`);
  try {
    for (const entry of readdirSync(dirname(path))) {
      const file = join(dirname(path), entry);
      const isLeft = unfinished.test(entry) || (lock.test(entry) && isOlder(file, LOCK_LEFT_MS));
      if (isLeft && isPlainFile(file)) rmSync(file, { force: true });
    }
  } catch {
    // What cannot be cleared away does no harm but the room it takes.
  }
}

/** Whether a name is that of a file of its own: no link, no folder. */
export function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isOlder(path: string, milliseconds: number): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > milliseconds;
}
