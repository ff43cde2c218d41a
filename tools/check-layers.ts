import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import config from './layers.config.mjs';

const FOLDERS = ['shared', 'main', 'preload', 'renderer', 'tests', 'tools'];

/** The folders of the program in which nothing was read: a cruise that saw nothing would find nothing wrong. */
function findUnseen({ modules }: ICruiseResult): readonly string[] {
  return FOLDERS.filter((folder) => !modules.some(({ source }) => source.startsWith(`${folder}/`)));
}

const { forbidden, options } = config;
const reporter = await cruise(
  [...FOLDERS, 'electron.vite.config.ts'],
  // The published types know rules as written in JSON; the configuration builds them with functions.
  { ...options, validate: true, ruleSet: { forbidden, options } } as ICruiseOptions,
  options.enhancedResolveOptions,
);
if (typeof reporter.output === 'string') throw new Error(reporter.output);
const { summary } = reporter.output;

for (const { rule, from, to, cycle } of summary.violations) {
  const way = [from, ...(cycle === undefined ? [to] : cycle.map(({ name }) => name))].join(' -> ');
  const comment = forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
  process.stdout.write(`${rule.name}: ${way}. ${comment}\n`);
}
const unseen = findUnseen(reporter.output);
if (unseen.length > 0) process.stdout.write(`nothing-read: no module seen in ${unseen.join(', ')}.\n`);
process.stdout.write(`${summary.totalCruised} modules, ${summary.violations.length} breaches.\n`);
process.exitCode = summary.violations.length > 0 || unseen.length > 0 ? 1 : 0;
