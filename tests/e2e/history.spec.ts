import { multiYearBudget } from '#tests/fixtures/workbooks/multi-year-budget.ts';
import { expect, test } from './host.ts';
import { checksPanel } from './pages/checks-panel.ts';
import { historyRoom } from './pages/history-room.ts';
import { importWizard, pickFromStart, workbookFile } from './pages/import-wizard.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { sourcesRoom } from './pages/sources-room.ts';
import { startPage } from './pages/start-page.ts';
import { unnamedControls } from './unnamed-controls.ts';

const LINE = 'Warm homes retrofit';

test('every edit stands in the history, what was undone says so, and a value is put back from there', async ({
  window: page,
}) => {
  await startPage(page).openSample();
  const [room, grid, plan] = [historyRoom(page), planGrid(page), planWindow(page)];
  await plan.goTo('History');
  await expect(page.getByText('Nothing has been changed yet')).toBeVisible();
  await plan.goTo('Plan');
  await grid.type(LINE, '2026/27', '1.25m');
  await grid.type('Skills bootcamps', '2027/28', '0');
  await grid.type(LINE, '2027/28', '2m');
  await plan.saved();
  await page.keyboard.press('Control+z');
  await expect(grid.cell(LINE, '2027/28')).toHaveText('1,500,000');

  await plan.goTo('History');
  await expect(room.changes).toHaveText([
    /Warm homes retrofit, need 2027\/28£2,000,000 to £1,500,000/,
    /Warm homes retrofit, need 2027\/28£1,500,000 to £2,000,000/,
    /Skills bootcamps, need 2027\/28£650,000 to £0/,
    /Warm homes retrofit, need 2026\/27£1,200,000 to £1,250,000/,
  ]);
  await expect(room.steps.nth(0)).toContainText('Undo: Change of figures');
  await expect(room.steps.nth(1).locator('s')).toHaveText('Change of figures');
  await expect(room.steps.nth(1)).toContainText(/Undone by .+ at \d\d:\d\d/);
  // What the undo brought back stands there already.
  await expect(room.restore('£1,500,000')).toHaveCount(0);
  expect(await unnamedControls(page)).toEqual([]);

  await room.filter('Line', LINE);
  await expect(room.steps).toHaveCount(3);
  await room.restore('£1,200,000').click();
  await expect(room.steps).toHaveCount(4);
  await expect(room.steps.first()).toContainText('Restore £1,200,000 for Warm homes retrofit, need 2026/27');
  await room.changes
    .first()
    .getByRole('button', { name: /^Warm homes retrofit/ })
    .click();
  await expect.poll(grid.focused).toBe(`${LINE}, period 2026`);
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,200,000');
  await expect(grid.cell('Skills bootcamps', '2027/28')).toHaveText('-');
  await page.keyboard.press('Control+z');
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,250,000');
  await plan.goTo('History');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(room.steps).toHaveCount(6);
});

test('a cell tells by key where its figure came from and what it was, and gets it back', async ({
  window: page,
}) => {
  await pickFromStart(page, workbookFile('City budget.xlsx', await multiYearBudget()));
  await importWizard(page).button.click();
  const [{ cell, restore }, grid, plan] = [historyRoom(page), planGrid(page), planWindow(page)];
  await grid.cell('Civilian salaries', '2026/27').click();
  await page.keyboard.press('Control+Shift+H');
  await expect(cell.getByRole('heading', { name: 'Cell history' })).toBeFocused();
  await expect(cell).toContainText('Civilian salaries, need 2026/27£1,702,269');
  await expect(cell.getByRole('definition')).toHaveText([
    'City budget.xlsx',
    'AllFundTables',
    'C5',
    '1702269',
    'a number',
  ]);
  await page.keyboard.press('Escape');
  await expect(cell).toHaveCount(0);
  await expect(checksPanel(page).element).toBeVisible();
  await expect.poll(grid.focused).toBe('Civilian salaries, period 2026');

  await page.keyboard.type('17');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+Shift+H');
  await expect(cell).toContainText(/Entered by .+, \d+ \w+ \d{4}, \d\d:\d\d/);
  await expect(cell).toContainText('£1,702,269 to £17');
  await restore('£1,702,269').click();
  await expect(grid.cell('Civilian salaries', '2026/27')).toHaveText('1,702,269');
  // The figure is that of the file again.
  await expect(cell.getByRole('definition').first()).toHaveText('City budget.xlsx');
  await grid.cell('Civilian fringe', '2027/28').click();
  await expect(cell).toContainText('Civilian fringe, need 2027/28');
  await page.getByRole('button', { name: 'All changes of this line' }).click();
  await expect(page.getByRole('combobox', { name: 'Line', exact: true })).toHaveValue('Civilian fringe');
  await plan.goTo('Plan');
  await page.getByRole('button', { name: 'Checks', exact: true }).click();
  await expect(checksPanel(page).element).toBeVisible();
});

test('an import shows its first changes, and all of them when asked', async ({ window: page }) => {
  await pickFromStart(page, workbookFile('City budget.xlsx', await multiYearBudget()));
  await importWizard(page).button.click();
  await expect(planGrid(page).element).toBeVisible();
  const room = historyRoom(page);
  await planWindow(page).goTo('History');
  await expect(room.changes).toHaveCount(5);
  await page.getByRole('button', { name: 'Show all 82 changes' }).click();
  await expect(room.changes).toHaveCount(82);
  await page.getByRole('button', { name: 'Show fewer' }).click();
  await room.filter('Line', 'Civilian salaries');
  await page.getByRole('button', { name: 'Show all 6 changes' }).click();
  await expect(room.changes).toHaveCount(6);
});

test('awards and funding have their histories, too', async ({ window: page }) => {
  await startPage(page).openSample();
  const [{ cell, steps }, grid, sources] = [historyRoom(page), planGrid(page), sourcesRoom(page)];
  await grid.show('Funding');
  const funding = grid.cell('Regional skills settlement', '2026/27');
  await funding.click();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await funding.click();
  await page.getByRole('button', { name: 'Line', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Cell history/ }).click();
  await expect(cell).toContainText('Skills bootcamps, funding from Regional skills settlement 2026/27£5');
  await expect(cell).toContainText('£600,000 to £5');
  await expect(cell.getByRole('heading', { name: 'Cell history' })).toBeFocused();
  await planWindow(page).goTo('Sources');
  await sources.type('Warm homes grant', 'period 2026', '1m');
  await sources.cell('Warm homes grant', 'period 2026').click();
  await page.getByRole('button', { name: 'Source history' }).click();
  await expect(cell).toContainText('£700,000 to £1,000,000');
  await page.getByRole('button', { name: 'Close the cell history' }).click();
  await expect(sources.cell('Warm homes grant', 'period 2026')).toBeFocused();
  await sources.cell('Warm homes grant', 'name').click();
  await page.keyboard.press('Control+Shift+H');
  await expect(page.getByRole('combobox', { name: 'Source', exact: true })).toHaveValue('Warm homes grant');
  await expect(steps).toHaveCount(1);
});
