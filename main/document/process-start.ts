import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/**
 * When a process on this machine started, as the system writes it; null where that cannot be told. A process id alone
 * is given out again after a while.
 */
export function processStart(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold anything; the start is field 22.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** A process that was seen at a moment: its id, its start where the system tells it, and the moment (ISO). */
type SeenProcess = { readonly pid: number; readonly start: string | null; readonly since: string };

/** Clocks are set anew now and then: a process counts as older than the machine's start only by more than this. */
const CLOCK_MARGIN_MS = 600_000;

/**
 * Whether the process that was seen still runs on this machine. `unknown`: there is one with its id, and the system
 * does not tell whether it is the same.
 */
export function processState({ pid, start, since }: SeenProcess): 'alive' | 'gone' | 'unknown' {
  if (!hasProcess(pid)) return 'gone';
  const current = processStart(pid);
  if (start !== null && current !== null) return start === current ? 'alive' : 'gone';
  const machineStart = Date.now() - uptime() * 1000;
  return Date.parse(since) < machineStart - CLOCK_MARGIN_MS ? 'gone' : 'unknown';
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
