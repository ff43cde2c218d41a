import { spawn } from 'node:child_process';
import { createServer as createProbe } from 'node:net';
import { createServer, mergeConfig, type ProxyOptions } from 'vite';
import { requireBuild } from './built-program.ts';
import { findDesktopObstacle, findElectron } from './electron-binary.ts';
import { inProject, projectRoot } from './project.ts';
import { relay } from './relay.ts';
import { rendererConfig } from './renderer-config.ts';

/** What the window asks its loopback host for; everything else is a file, which vite serves and reloads. */
const HOST_PATHS = ['/session', '/events', '/api'];

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createProbe();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The host answers only to its own address, so requests that come through vite are given it. */
function toHost(port: number): ProxyOptions {
  const target = `http://127.0.0.1:${port}`;
  return { target, changeOrigin: true, headers: { origin: target } };
}

/** Serves the window's files, each change of which appears in the open page. Answers the port. */
async function serveWindow(hostPort: number): Promise<number> {
  const port = await findFreePort();
  const server = await createServer(
    mergeConfig(rendererConfig, {
      configFile: false,
      server: {
        host: '127.0.0.1',
        port,
        strictPort: true,
        fs: { allow: [projectRoot] },
        proxy: Object.fromEntries(HOST_PATHS.map((path) => [path, toHost(hostPort)])),
      },
    }),
  );
  await server.listen();
  return port;
}

/** Runs the loopback host from source, started again at each change, and shows its address as that of the window's files. */
function runHost(hostPort: number, windowPort: number, args: readonly string[]): void {
  const host = spawn(
    process.execPath,
    ['--watch', '--watch-preserve-output', inProject('main/browser.ts'), '--port', String(hostPort), ...args],
    { cwd: projectRoot, stdio: ['inherit', 'pipe', 'inherit'] },
  );
  host.stdout.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text.replaceAll(`127.0.0.1:${hostPort}`, `127.0.0.1:${windowPort}`));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));
  // vite ends this process by itself when its terminal goes away.
  process.on('exit', () => host.kill());
  host.on('exit', (code) => process.exit(code ?? 0));
}

const args = process.argv.slice(2);
if (findElectron() !== undefined && findDesktopObstacle() === undefined) {
  const viteForElectron = inProject('node_modules/electron-vite/bin/electron-vite.js');
  process.exitCode = (await relay(process.execPath, [viteForElectron, 'dev', '--watch', '--', ...args])).code;
} else {
  // The host reads the built window when it starts, although vite serves it.
  await requireBuild();
  const hostPort = await findFreePort();
  runHost(hostPort, await serveWindow(hostPort), args);
}
