import { realpathSync } from 'node:fs';

/** Whether two paths lead to the same file or folder, whatever links stand in between. */
export function isSameFile(path: string, other: string): boolean {
  try {
    return realpathSync(path) === realpathSync(other);
  } catch {
    // One of them is not there, so they are not the same.
    return path === other;
  }
}
