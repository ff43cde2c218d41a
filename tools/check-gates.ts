import layersConfig from './layers.config.mjs';
import { copyAgain, findPlace, makeCopy, plant, type Copy } from './planted-copy.ts';
import { gateProofs, type Breach, type GateProof } from './planted-breaches.ts';
import { runNode } from './run-node.ts';

/** Proves each gate of `npm run check`: breaches are planted in a copy of the project, and just that gate must name them. */
type GateRun = { readonly gate: string; readonly isRed: boolean; readonly output: string };

async function runGates(folder: string): Promise<readonly GateRun[]> {
  const runs: GateRun[] = [];
  // knip's loader would keep a copy of each temporary configuration among the installed packages.
  // Tools colour their words where CI is set, and a coloured word is not found.
  const env = { ...process.env, JITI_FS_CACHE: 'false', NO_COLOR: '1' };
  for (const { gate } of gateProofs) {
    const { code, output } = await runNode(['--run', `check:${gate}`], { cwd: folder, env });
    runs.push({ gate, isRed: code !== 0, output });
  }
  return runs;
}

/** A breach is named when one line holds both its rule and its file; knip sets files in columns, hence a line. */
function isNamed(breach: Breach, file: string, output: string): boolean {
  return output.split('\n').some((line) => line.includes(breach.says) && line.includes(file));
}

/** What is wrong with one gate; nothing when it alone went red and named each breach. */
async function prove({ gate, breaches }: GateProof, clean: Copy): Promise<readonly string[]> {
  const { folder, remove } = copyAgain(clean);
  try {
    for (const breach of breaches) plant(folder, breach);
    const runs = await runGates(folder);
    const others = runs.filter((run) => run.isRed && run.gate !== gate);
    const output = runs.find((run) => run.gate === gate)?.output ?? '';
    return [
      ...others.map((run) => `a breach of ${gate} turned ${run.gate} red:\n${run.output}`),
      ...breaches
        .filter((breach) => breach.says !== '' && !isNamed(breach, findPlace(folder, breach), output))
        .map(
          (breach) => `${gate} did not name ${breach.says} in ${findPlace(folder, breach)}:\n${breach.text}`,
        ),
    ];
  } finally {
    remove();
  }
}

/** A copy without any breach must be green, or a red gate would prove nothing. */
async function proveGreen(clean: Copy): Promise<readonly string[]> {
  const red = (await runGates(clean.folder)).filter((run) => run.isRed);
  return red.map((run) => `${run.gate} is red before anything is planted:\n${run.output}`);
}

/** Layer rules that no breach is planted for. */
function findUnproved(): readonly string[] {
  const planted = new Set(gateProofs.flatMap(({ breaches }) => breaches.map(({ says }) => says)));
  return layersConfig.forbidden
    .filter(({ name }) => !planted.has(name))
    .map(({ name }) => `no breach is planted for the rule ${name}`);
}

/** All failures of the proofs, two copies at a time: each has a processor of its own on a small machine. */
async function proveAll(proofs: readonly GateProof[]): Promise<readonly string[]> {
  const clean = makeCopy();
  try {
    const red = await proveGreen(clean);
    if (red.length > 0) return red;
    const queue = [...proofs];
    const failures: string[] = [];
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        failures.push(...(await prove(next, clean)));
      }
    };
    await Promise.all([work(), work()]);
    return failures;
  } finally {
    clean.remove();
  }
}

const wanted = process.argv.slice(2);
const proofs = gateProofs.filter(({ gate }) => wanted.length === 0 || wanted.includes(gate));
const failures = [...findUnproved(), ...(await proveAll(proofs))];

for (const failure of failures) process.stdout.write(`${failure}\n\n`);
const count = proofs.flatMap(({ breaches }) => breaches.filter(({ says }) => says !== '')).length;
if (failures.length === 0) {
  process.stdout.write(`${count} planted breaches, each named by its gate and by no other.\n`);
} else {
  process.stdout.write(`${failures.length} failures to prove the gates.\n`);
}
process.exitCode = failures.length === 0 ? 0 : 1;
