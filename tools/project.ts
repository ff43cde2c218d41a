import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** The absolute path of a file or folder of the project, given from its root with forward slashes. */
export function inProject(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
