import { requireBuild } from './built-program.ts';
import { fetchElectron, findDesktopObstacle, findElectron } from './electron-binary.ts';
import { inProject, projectRoot } from './project.ts';
import { relay } from './relay.ts';

/** A desktop app that ends in failure this soon never showed its window (a library or the sandbox is missing). */
const NEVER_SHOWN_MILLISECONDS = 5000;

/** Starts the desktop app. Answers why it could not, or its exit code. */
async function startDesktop(args: readonly string[]): Promise<number | string> {
  const obstacle = findDesktopObstacle();
  if (obstacle !== undefined) return obstacle;
  const electron = findElectron() ?? (await fetchElectron());
  if (electron === undefined) return 'Electron could not be fetched (npx install-electron tries again)';
  const began = performance.now();
  const { code, isInterrupted } = await relay(electron, [projectRoot, ...args]);
  const isBrief = performance.now() - began < NEVER_SHOWN_MILLISECONDS;
  return code !== 0 && isBrief && !isInterrupted ? 'Electron ended at once' : code;
}

const args = process.argv.slice(2);
await requireBuild();
let outcome = await startDesktop(args);
if (typeof outcome === 'string') {
  process.stdout.write(
    `No desktop window: ${outcome}. The same window opens in a browser on this machine.\n`,
  );
  outcome = (await relay(process.execPath, [inProject('out/main/browser.js'), ...args])).code;
}
process.exitCode = outcome;
