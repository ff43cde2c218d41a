import { runNode } from './run-node.ts';

/** Each gate is a script of package.json, `check:<gate>`; all of them run, one after the other, whatever fails. */
const GATES = ['format', 'lint', 'types', 'layers', 'dead-code'];

/** Runs one gate and prints its line, with what it found below when it found something. */
async function runGate(gate: string): Promise<boolean> {
  const { code, output, milliseconds } = await runNode(['--run', `check:${gate}`]);
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  process.stdout.write(`${gate.padEnd(10)} ${code === 0 ? 'ok    ' : 'FAILED'} ${seconds.padStart(7)}\n`);
  if (code !== 0) process.stdout.write(`${output.trim()}\n\n`);
  return code === 0;
}

/** Gates may be named; without a name, all of them. */
const named = process.argv.slice(2);
const unknown = named.filter((name) => !GATES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No gate is called ${unknown.join(', ')}: choose from ${GATES.join(', ')}.\n`);
  process.exit(2);
}
let isGood = true;
for (const gate of named.length > 0 ? named : GATES) isGood = (await runGate(gate)) && isGood;
process.exitCode = isGood ? 0 : 1;
