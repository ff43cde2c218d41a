import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { inProject, projectRoot } from './project.ts';
import type { Breach } from './planted-breaches.ts';

/** A checkout may belong to somebody else than who runs the checks, as in a container. */
const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'safe.directory=*', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });

/** The files of the project that are not ignored, as they are now; where there is no git, everything but what is built. */
function copyProject(to: string): void {
  if (existsSync(inProject('.git'))) {
    const files = git(projectRoot, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split(
      '\0',
    );
    for (const file of files.filter((name) => name !== '' && existsSync(inProject(name)))) {
      cpSync(inProject(file), join(to, file));
    }
    return;
  }
  const left = new Set(['node_modules', 'out', 'dist', 'test-results']);
  for (const name of readdirSync(projectRoot).filter((entry) => !left.has(entry))) {
    cpSync(inProject(name), join(to, name), { recursive: true });
  }
}

export type Copy = { readonly folder: string; readonly remove: () => void };

function makeTree(fill: (folder: string) => void): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-gates-'));
  fill(folder);
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'), 'junction');
  git(folder, 'init', '--quiet');
  // .gitignore names the folder node_modules/, and the link to it is no folder.
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A copy of the project in a temporary folder, itself a git tree, with the installed packages linked in. */
export function makeCopy(): Copy {
  return makeTree(copyProject);
}

/** A copy of a copy, with what the compiler noted in it: only what is planted is compiled again. */
export function copyAgain(copy: Copy): Copy {
  return makeTree((folder) => {
    for (const name of readdirSync(copy.folder).filter(
      (entry) => !['node_modules', '.git'].includes(entry),
    )) {
      cpSync(join(copy.folder, name), join(folder, name), { recursive: true });
    }
  });
}

/** The file a breach goes into: the one it names, or the first source file of the folder it names. */
export function findPlace(folder: string, { place }: Breach): string {
  if (extname(place) !== '') return place;
  const first = readdirSync(join(folder, place))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('planted'))
    .toSorted()
    .at(0);
  if (first === undefined) throw new Error(`There is no source file in ${place} to plant a breach in.`);
  return `${place}/${first}`;
}

/** Writes one breach into the copy. */
export function plant(folder: string, breach: Breach): void {
  const path = join(folder, findPlace(folder, breach));
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  mkdirSync(dirname(path), { recursive: true });
  const { after, text } = breach;
  writeFileSync(path, after === undefined ? before + text : before.replace(after, after + text));
}
