import { accessSync, constants } from 'node:fs';
import { basename, dirname } from 'node:path';
import { DocumentError } from './document-error.ts';

/** Holds, before anything is made, that a file of this name can be put into its folder. @throws DocumentError */
export function checkFolder(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    const values = { file: basename(path), folder: dirname(path) };
    throw new DocumentError('not-allowed', { id: 'document.folder-not-writable', values }, error);
  }
}
