import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the parts of the program lie, run from its sources or from the build. */
export type Program = {
  readonly version: string;
  /** The built page. */
  readonly page: string;
  readonly samples: string;
  /** The entry of job processes. */
  readonly worker: URL;
};

/**
 * Finds the parts from the address of an entry: `main/browser.ts` in the sources, `out/main/browser.js` in the build
 * (whose chunks lie beside the entries).
 */
export function findProgram(entry: string): Program {
  const isSource = entry.endsWith('.ts');
  const root = join(dirname(fileURLToPath(entry)), ...(isSource ? ['..'] : ['..', '..']));
  return {
    version: readVersion(join(root, 'package.json')),
    page: join(root, 'out', 'renderer'),
    samples: join(root, 'samples'),
    worker: new URL(isSource ? './jobs/worker.ts' : './worker.js', entry),
  };
}

function readVersion(path: string): string {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const version =
    typeof content === 'object' && content !== null && 'version' in content ? content.version : null;
  return typeof version === 'string' ? version : '0.0.0';
}
