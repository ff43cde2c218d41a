import type { FileToken } from '#shared/api/api.ts';

/** The token of a file that was dropped on the page; null when it cannot be told where the file lies. */
export type DroppedFile = (file: File) => Promise<FileToken | null>;

/**
 * What the page's host makes of a dropped file. On the desktop the preload asks for the file's place, which the page
 * never learns, and the planner answers a token for it: the file is opened where it lies. A browser tells nobody
 * where a file lies: there, and for a file that lies nowhere (out of an archive, say), its bytes must be sent instead.
 */
export function makeDroppedFile(page: object): DroppedFile {
  const ask = preloadOf(page);
  return async (file) => {
    try {
      const token = await ask?.(file);
      return typeof token === 'string' && token !== '' ? token : null;
    } catch {
      // A host that is gone gives no token: the call that sends the bytes says so.
      return null;
    }
  };
}

function preloadOf(page: object): ((file: File) => Promise<unknown>) | null {
  const bridge = 'perennial' in page ? page.perennial : undefined;
  if (typeof bridge !== 'object' || bridge === null || !('fileToken' in bridge)) return null;
  // The preload of this app put it there; what it answers is looked at before it is used.
  return typeof bridge.fileToken === 'function'
    ? (bridge.fileToken as (file: File) => Promise<unknown>)
    : null;
}
