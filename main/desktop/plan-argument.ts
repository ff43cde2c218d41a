import { resolve } from 'node:path';
import { isPlanPath } from '#main/planner/plan-path.ts';

/**
 * The plan that the system wants opened: Windows and Linux put its path on the command line of the program that they
 * start, among switches of Chromium. A path that is not whole is taken from the folder in which the program was started.
 */
export function findPlanArgument(args: readonly string[], folder: string): string | null {
  const path = args.find((arg) => !arg.startsWith('-') && isPlanPath(arg));
  return path === undefined ? null : resolve(folder, path);
}
