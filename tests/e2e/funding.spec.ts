import { expect, test } from './host.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { startPage } from './pages/start-page.ts';

const LINE = 'Warm homes retrofit';
const SHOWN = ['2026/27', '2027/28', 'total'] as const;

test('need, funding and gap of the same lines, each with its own totals', async ({ window: page }) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  await expect.poll(() => grid.figures(LINE, SHOWN)).toEqual(['1,200,000', '1,500,000', '12,900,000']);
  await expect.poll(() => grid.figures('Total', SHOWN)).toEqual(['4,380,000', '8,750,000', '47,105,000']);
  await grid.show('Funding');
  await expect(grid.cell('Total', 'total')).toHaveText('43,200,000');
  await expect.poll(() => grid.figures(LINE, SHOWN)).toEqual(['1,200,000', '1,500,000', '11,700,000']);
  await expect.poll(() => grid.figures('Total', SHOWN)).toEqual(['4,230,000', '8,350,000', '43,200,000']);
  await grid.show('Gap');
  await expect(grid.cell('Total', 'total')).toHaveText('4,130,000');
  await expect.poll(() => grid.figures(LINE, SHOWN)).toEqual(['60,000', '75,000', '1,425,000']);
  await expect.poll(() => grid.figures('Total', SHOWN)).toEqual(['210,000', '475,000', '4,130,000']);
});

test('the row of a line under Funding is the sum of its sources and takes nothing', async ({
  window: page,
}) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  await grid.show('Funding');
  await expect(grid.row(LINE)).toHaveAttribute('aria-expanded', 'true');
  await expect(grid.row('Warm homes grant')).toHaveAttribute('aria-level', '3');
  await grid.cell(LINE, '2026/27').click();
  await page.keyboard.type('5');
  await expect(grid.editor).toHaveCount(0);
  await grid.cell(LINE, '2026/27').dblclick();
  await expect(grid.editor).toHaveCount(0);
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,200,000');

  await grid.type('Warm homes grant', '2026/27', '600,000.75');
  await expect(grid.cell('Warm homes grant', '2026/27')).toHaveText('600,000.75');
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,200,000.75');
  await expect(grid.cell('Homes', '2026/27')).toHaveText('2,320,000.75');
  await expect(grid.cell('Total', '2026/27')).toHaveText('4,230,000.75');
  await expect(grid.cell('Total', 'total')).toHaveText('43,200,000.75');
  await page.keyboard.press('Control+z');
  await expect(grid.cell('Total', 'total')).toHaveText('43,200,000');
});

test('a gap takes nothing either', async ({ window: page }) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  await grid.show('Gap');
  await grid.cell(LINE, '2026/27').dblclick();
  await expect(grid.editor).toHaveCount(0);
});

test('a line is added, given one of the sources, and removed with its funding in one step', async ({
  window: page,
}) => {
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await grid.cell('Housing delivery team', 'title').click();
  await page.getByRole('button', { name: 'Add line' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add line' });
  await dialog.getByRole('button', { name: 'Add line' }).click();
  await expect(dialog.getByText('Give the line a title.')).toBeVisible();
  await dialog.getByLabel('Title').fill('Empty homes officers');
  await dialog.getByRole('button', { name: 'Add line' }).click();
  await grid.type('Empty homes officers', '2026/27', '80k');
  await expect(grid.cell('Homes', '2026/27')).toHaveText('2,500,000');

  await grid.show('Funding');
  await grid.cell('Empty homes officers', 'title').click();
  await page.getByRole('button', { name: 'Add source' }).click();
  await page.getByRole('menuitem', { name: 'Warm homes grant' }).click();
  await expect(grid.row('Empty homes officers')).toHaveAttribute('aria-expanded', 'true');
  await grid.row('Empty homes officers').locator('xpath=following-sibling::*[1]').waitFor();
  await expect(grid.cell('Total', '2026/27')).toHaveText('4,230,000');

  await grid.cell('Empty homes officers', 'title').click();
  await page.getByRole('button', { name: 'Line', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove line' }).click();
  await expect(grid.row('Empty homes officers')).toHaveCount(0);
  await plan.undo.click();
  await expect(grid.row('Empty homes officers')).toHaveAttribute('aria-expanded', 'true');
});
