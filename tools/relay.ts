import { spawn } from 'node:child_process';
import { projectRoot } from './project.ts';

type RelayResult = { readonly code: number; readonly isInterrupted: boolean };

/**
 * Runs a program in this terminal, passing signals on to it, and answers its exit code when it ends, and whether a
 * person ended it. A program that cannot be started, or crashed, gives 1.
 */
export function relay(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<RelayResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: projectRoot, stdio: 'inherit', env });
    let isInterrupted = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        isInterrupted = true;
        child.kill(signal);
      });
    }
    child.on('error', () => resolve({ code: 1, isInterrupted }));
    child.on('exit', (code) => resolve({ code: code ?? 1, isInterrupted }));
  });
}
