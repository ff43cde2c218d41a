import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { choose, NEW_PLAN, rename } from '#tests/fixtures/plan-calls.ts';
import { openPlan, startPlanner } from '#tests/fixtures/start-planner.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

/** Every folder below a root, with itself. */
function foldersIn(root: string): string[] {
  const inside = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [root, ...inside.flatMap(({ name }) => foldersIn(join(root, name)))];
}

/** Remembers every name that is made, written or removed in the folders that are there now, however shortly it stood. */
function spyOn(root: string): Set<string> {
  const touched = new Set<string>();
  for (const folder of foldersIn(root)) {
    const watcher = watch(folder, (_, name) => touched.add(relative(root, join(folder, name ?? '?'))));
    onTestFinished(() => watcher.close());
  }
  return touched;
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

it('only the chosen file with its neighbours, the drafts, the folder of plans and the app’s own folder are written', async () => {
  const root = tempFolder();
  const chosen = join(root, 'gewählt 選択', 'Plan ß.perennial');
  const copied = join(root, 'copies', 'Copy.perennial');
  for (const folder of ['gewählt 選択', 'copies', 'others', 'app', 'drafts', 'plans', 'samples'])
    mkdirSync(join(root, folder));
  const neighbours = [join(dirname(chosen), 'Plan.perennial'), join(dirname(chosen), 'budget.xlsx')];
  for (const path of neighbours) writeFileSync(path, 'not mine');
  symlinkSync(join(root, 'others'), join(dirname(chosen), 'link'));
  let target = chosen;
  const started = startPlanner({ chooseTarget: () => Promise.resolve(target) }, root);
  const touched = spyOn(root);

  const { handle } = await started.get('plan/create', { ...NEW_PLAN, title: '../../others/evil' });
  await started.get('plan/save-as', { plan: handle, file: await choose(started) });
  await started.get('plan/apply-edit', { plan: handle, base: 0, edit: rename('Größe') });
  await started.get('versions/create', { plan: handle, name: '../evil', kind: 'named', note: '' });
  await started.get('plan/undo', { plan: handle });
  target = copied;
  await started.get('plan/export-copy', { plan: handle, file: await choose(started) });
  await started.get('plan/close', { plan: handle });
  const again = await openPlan(started, started.tokenFor(chosen));
  const copy = await started.get('plan/duplicate', { plan: again.handle });
  await started.get('plan/close', { plan: copy.handle });
  await started.get('draft/discard', { file: copy.file });
  await started.get('export/workbook', { call: 'x', plan: again.handle, file: null });
  const bytes = new Uint8Array(readFileSync(copied));
  await started.get('plan/open-upload', { name: '../others/Sent.perennial', bytes });
  const sample = await started.get('plan/open-sample', { sample: 'exampleton' });
  await started.get('plan/close', { plan: sample.handle });
  await started.planner.close();
  await soon();

  const allowed = [relative(root, chosen), relative(root, copied), 'drafts/', 'app/', 'plans/Sent.perennial'];
  const strays = [...touched].filter((path) => !allowed.some((start) => path.startsWith(start)));
  expect(strays).toEqual([]);
  expect([...touched].some((path) => path.startsWith(relative(root, chosen)))).toBe(true);
  expect(readdirSync(join(root, 'others'))).toEqual([]);
  for (const path of neighbours) expect(readFileSync(path, 'utf8')).toBe('not mine');
  const left = foldersIn(root).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const files = left.filter((path) => statSync(path).isFile()).map((path) => relative(root, path));
  expect(files.filter((path) => /\.(lock|tmp|backup|migrating)$|-journal$/.test(path))).toEqual([]);
});
