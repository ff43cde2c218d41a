import { spawn } from 'node:child_process';
import { projectRoot } from './project.ts';

export type CommandResult = { readonly code: number; readonly output: string; readonly milliseconds: number };

type CommandOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Let the command write straight to this terminal; its output is then not returned. */
  readonly inherit?: boolean;
  readonly timeoutMilliseconds?: number;
};

/**
 * Runs a script to its end with the Node that runs this program, and gives its exit code and what it printed. One that
 * cannot start, or is stopped, gives 1.
 */
export function runNode(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: options.cwd ?? projectRoot,
      env: options.env ?? process.env,
      stdio: options.inherit === true ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMilliseconds,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const finish = (code: number): void =>
      resolve({ code, output, milliseconds: Math.round(performance.now() - started) });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}
