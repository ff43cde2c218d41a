import { expect, test } from './host.ts';
import { checksPanel } from './pages/checks-panel.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { sourcesRoom } from './pages/sources-room.ts';
import { startPage } from './pages/start-page.ts';

const STATES = {
  'SC-1': 'Attention',
  'SC-2': 'Attention',
  'LG-1': 'Pass',
  'LG-2': 'Attention',
  'LG-4': 'Pass',
  'RS-5': 'Cannot be judged',
  'RS-6': 'Fail',
  'INT-2': 'Pass',
} as const;

test('every check tells its state by a word and a shape of its own', async ({ window: page }) => {
  await startPage(page).openSample();
  const checks = checksPanel(page);
  const shapes = new Map<string, Set<string>>();
  for (const [id, state] of Object.entries(STATES)) {
    await expect(checks.head(id)).toContainText(state);
    const shape = await checks.head(id).locator('svg').first().innerHTML();
    shapes.set(state, (shapes.get(state) ?? new Set()).add(shape));
  }
  const drawn = [...shapes.values()].flatMap((each) => [...each]);
  expect(drawn).toHaveLength(4);
  expect(new Set(drawn).size).toBe(4);
  await expect(checks.element.getByRole('heading', { level: 3 })).toHaveText([
    'Scale',
    'Longevity',
    'Responsiveness',
    'Preconditions',
  ]);
});

test('evidence leads to its cell, marked under its own year', async ({ window: page }) => {
  await startPage(page).openSample();
  const [checks, grid] = [checksPanel(page), planGrid(page)];
  await checks.head('SC-1').click();
  await expect(checks.head('SC-1')).toHaveAttribute('aria-expanded', 'true');
  for (const year of ['2027/28', '2028/29'] as const) {
    await checks.place('SC-1', new RegExp(`^Station square and market, ${year}`)).click();
    await expect.poll(grid.focused).toBe(`Station square and market, period ${year.slice(0, 4)}`);
    const cell = grid.cell('Station square and market', year);
    const mark = await cell.evaluate((element) => getComputedStyle(element, '::after').clipPath);
    expect(mark).toMatch(/^polygon/);
    const heading = grid.element.getByRole('columnheader', { name: year });
    const [own, above] = await Promise.all([cell.boundingBox(), heading.boundingBox()]);
    expect(own?.x).toBe(above?.x);
    expect(own?.width).toBe(above?.width);
  }
  await checks.head('SC-1').click();
  const after = await grid
    .cell('Station square and market', '2027/28')
    .evaluate((element) => getComputedStyle(element, '::after').content);
  expect(after).toBe('none');
});

test('evidence leads to the measure in which its amount stands', async ({ window: page }) => {
  await startPage(page).openSample();
  const [checks, grid] = [checksPanel(page), planGrid(page)];
  const station = grid.cell('Station square and market', '2027/28');
  await checks.head('SC-1').click();
  const gap = checks.place('SC-1', /^Station square and market, 2027\/28/);
  const amount = /£([\d,]+)/.exec(await gap.innerText())?.[1] ?? '';
  await gap.click();
  await expect(station).toBeFocused();
  await expect(station).toHaveText(amount);
  await expect(page.getByRole('radio', { name: 'Gap' })).toBeChecked();

  await checks.head('LG-1').click();
  await checks.place('LG-1', /^2026\/27/).click();
  await expect.poll(grid.focused).toBe('Total, period 2026');
  await expect(page.getByRole('radio', { name: 'Need' })).toBeChecked();
});

test('evidence of a source leads to the sources, what is missing to the terms', async ({ window: page }) => {
  await startPage(page).openSample();
  const [checks, room] = [checksPanel(page), sourcesRoom(page)];
  await checks.head('RS-6').click();
  await checks.place('RS-6', /^National growth fund, 2030\/31/).click();
  await expect(room.cell('National growth fund', 'period 2030')).toBeFocused();
  await checks.head('RS-5').click();
  await checks.place('RS-5', /^Ring-fence of Exampleton Community Foundation/).click();
  await expect(room.terms('Exampleton Community Foundation')).toBeVisible();
});

test('results follow each edit, and a changed state is told', async ({ window: page }) => {
  await startPage(page).openSample();
  const [checks, grid, plan] = [checksPanel(page), planGrid(page), planWindow(page)];
  await expect(checks.head('SC-1')).toContainText('91.3%');
  await grid.type('Warm homes retrofit', '2026/27', '11.2m');
  // 43,200,000 of 57,330,000.
  await expect(checks.head('SC-1')).toHaveText(/Fail.*75\.4%/s);
  await expect(checks.element.getByRole('status')).toContainText('Cover: Fail, was attention.');
  await plan.undo.click();
  await expect(checks.head('SC-1')).toHaveText(/Attention.*91\.3%/s);
});

test('the panel is folded away and brought back', async ({ window: page }) => {
  await startPage(page).openSample();
  const checks = checksPanel(page);
  await page.getByRole('button', { name: 'Hide the checks' }).click();
  await expect(checks.element).toHaveCount(0);
  await page.getByRole('button', { name: 'Checks', exact: true }).click();
  await expect(checks.head('SC-1')).toBeVisible();
});
