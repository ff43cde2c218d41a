import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the app keeps things on this machine. */
export type HostFolders = {
  /** The app's own folder: settings and the list of recent plans. */
  readonly app: string;
  /** New plans, from their first edit until they are saved elsewhere. */
  readonly drafts: string;
  /** Where people look for their plans. */
  readonly documents: string;
};

/**
 * The folders of this user, by the customs of the system; PERENNIAL_HOME puts all of them under one folder, for a
 * memory stick or a test.
 */
export function findFolders(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): HostFolders {
  const home = environment['PERENNIAL_HOME'];
  if (home !== undefined && home !== '') {
    return { app: join(home, 'app'), drafts: join(home, 'drafts'), documents: join(home, 'plans') };
  }
  const app = join(dataFolder(environment, platform), 'Perennial');
  return { app, drafts: join(app, 'drafts'), documents: join(homedir(), 'Documents', 'Perennial') };
}

function dataFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
}
