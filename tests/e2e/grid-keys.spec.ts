import { expect, test } from './host.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { startPage } from './pages/start-page.ts';

const LINE = 'Warm homes retrofit';

test('Enter, Tab and the arrows move on, Esc goes back, F2 edits what is there', async ({ window: page }) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  await grid.cell(LINE, '2026/27').click();

  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect.poll(grid.focused).toBe('Small sites land assembly, period 2026');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await expect(grid.cell('Small sites land assembly', '2026/27')).toHaveText('2');
  await page.keyboard.press('Escape');
  await expect.poll(grid.focused).toBe('Small sites land assembly, period 2027');
  await page.keyboard.type('3');
  await page.keyboard.press('ArrowDown');
  await expect(grid.cell('Small sites land assembly', '2027/28')).toHaveText('3');
  await expect.poll(grid.focused).toBe('Housing delivery team, period 2027');

  await page.keyboard.type('4');
  await page.keyboard.press('Escape');
  await expect(grid.cell('Housing delivery team', '2027/28')).toHaveText('430,000');
  await page.keyboard.press('F2');
  await expect(grid.editor).toHaveValue('430000');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(grid.cell('Housing delivery team', '2027/28')).toHaveText('43,000');
});

test('undo and redo by key, step by step, as often as there are steps', async ({ window: page }) => {
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  const shows = (figure: string, total: string) =>
    Promise.all([
      expect(grid.cell(LINE, '2026/27')).toHaveText(figure),
      expect(grid.cell('Total', 'total')).toHaveText(total),
    ]);
  await grid.type(LINE, '2026/27', '1');
  await shows('1', '45,905,001');
  await grid.type(LINE, '2026/27', '22');
  await shows('22', '45,905,022');
  await expect(plan.undo).toHaveAccessibleName('Undo: Change of figures');
  await page.keyboard.press('Control+z');
  await shows('1', '45,905,001');
  await page.keyboard.press('Control+z');
  await shows('1,200,000', '47,105,000');
  await expect(plan.undo).toBeDisabled();
  await page.keyboard.press('Control+y');
  await shows('1', '45,905,001');
  await page.keyboard.press('Control+Shift+z');
  await shows('22', '45,905,022');
  await expect(plan.redo).toBeDisabled();
});

test('Ctrl+Z undoes after a click on the switch between the measures', async ({ window: page }) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  await grid.type(LINE, '2026/27', '1');
  await expect(grid.cell('Total', 'total')).toHaveText('45,905,001');
  await grid.show('Funding');
  await grid.show('Need');
  await expect(page.getByRole('radio', { name: 'Need' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(grid.cell('Total', 'total')).toHaveText('47,105,000');
});

test('Home and End go along a row, with Ctrl to the corners of the grid', async ({ window: page }) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  await grid.cell(LINE, '2028/29').click();
  await page.keyboard.press('Home');
  await expect.poll(grid.focused).toBe(`${LINE}, period 2026`);
  await page.keyboard.press('End');
  await expect.poll(grid.focused).toBe(`${LINE}, total`);
  for (const [end, home] of [
    ['Control+End', 'Control+Home'],
    ['Meta+End', 'Meta+Home'],
  ] as const) {
    await page.keyboard.press(end);
    await expect.poll(grid.focused).toBe('Total, total');
    await page.keyboard.press(home);
    await expect.poll(grid.focused).toBe('Homes, period 2026');
  }
});

test('the focus goes to a new line, and to the next row when one is removed', async ({ window: page }) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  await grid.cell(LINE, '2027/28').click();
  await page.getByRole('button', { name: 'Add line' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Loft insulation');
  await page.keyboard.press('Enter');
  await expect.poll(grid.focused).toBe('Loft insulation, period 2026');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Line', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove line' }).click();
  await expect(grid.row('Loft insulation')).toHaveCount(0);
  await expect.poll(grid.focused).toBe('Small sites land assembly, period 2027');
});

test('a programme folds up and opens again by key, and says so', async ({ window: page }) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  await expect(grid.row('Homes')).toHaveAttribute('aria-expanded', 'true');
  await expect(grid.row('Homes')).toHaveAttribute('aria-level', '1');
  await expect(grid.row(LINE)).toHaveAttribute('aria-level', '2');
  await grid.cell(LINE, 'title').click();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(grid.focused).toBe('Homes, title');
  await page.keyboard.press('ArrowLeft');
  await expect(grid.row('Homes')).toHaveAttribute('aria-expanded', 'false');
  await expect(grid.row(LINE)).toHaveCount(0);
  await expect(grid.cell('Homes', 'total')).toHaveText('22,750,000');
  await expect(grid.cell('Total', 'total')).toHaveText('47,105,000');
  await expect.poll(grid.focused).toBe('Homes, title');
  await page.keyboard.press('ArrowRight');
  await expect(grid.row('Homes')).toHaveAttribute('aria-expanded', 'true');
  await expect(grid.cell(LINE, 'total')).toHaveText('12,900,000');
});

test('one figure is copied and pasted', async ({ window: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await startPage(page).openSample();
  const grid = planGrid(page);
  await grid.cell(LINE, '2026/27').click();
  await page.keyboard.press('Control+c');
  await grid.cell('Skills bootcamps', '2026/27').click();
  await page.keyboard.press('Control+v');
  await expect(grid.cell('Skills bootcamps', '2026/27')).toHaveText('1,200,000');
  await expect(grid.cell('Total', '2026/27')).toHaveText('4,980,000');
});
