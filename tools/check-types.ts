import { inProject } from './project.ts';
import { runNode } from './run-node.ts';

/** Each folder is compiled for the place it runs in: a window has no Node, shared has neither Node nor a window. */
const PROJECTS = ['shared', 'main', 'preload', 'renderer', 'tests', 'tools'];

async function compile(project: string): Promise<boolean> {
  const tsc = inProject('node_modules/typescript/bin/tsc');
  // What the compiler noted the last time spares it most of the work.
  const notes = inProject(`out/types/${project}.tsbuildinfo`);
  const { code, output } = await runNode([tsc, '-p', project, '--incremental', '--tsBuildInfoFile', notes]);
  if (code !== 0) process.stdout.write(`${project}:\n${output}`);
  return code === 0;
}

/** Two compilers at a time: more would not be faster on a small machine. */
async function compileFrom(queue: string[]): Promise<boolean> {
  const project = queue.shift();
  if (project === undefined) return true;
  const isGood = await compile(project);
  return (await compileFrom(queue)) && isGood;
}

const queue = [...PROJECTS];
const outcomes = await Promise.all([compileFrom(queue), compileFrom(queue)]);
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
