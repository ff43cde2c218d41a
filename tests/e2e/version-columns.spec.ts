import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { startPage } from './pages/start-page.ts';
import { versionsTab } from './pages/versions-tab.ts';
import { unnamedControls } from './unnamed-controls.ts';

const LINE = 'Warm homes retrofit';
const REMOVED = 'Small sites land assembly';

/** The cell of a version beside the plan's own. */
function cellOf(page: Page, kind: 'original' | 'approved', title: string, column: string) {
  return planGrid(page).row(title).locator(`.ag-cell[col-id="version ${kind} ${column}"]`);
}

async function toggle(page: Page, name: string): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('menuitemcheckbox', { name }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('Original and Approved stand beside the plan as it is now, lines that are gone too', async ({
  window: page,
}) => {
  await startPage(page).openSample();
  const [tab, plan, grid] = [versionsTab(page), planWindow(page), planGrid(page)];
  await page.getByRole('toolbar').getByRole('button', { name: 'Versions' }).click();
  await expect(page.getByRole('menuitem', { name: 'Original: none saved yet' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);

  await tab.save('As first agreed', 'Original');
  await plan.goTo('Plan');
  await grid.type(LINE, '2026/27', '1.3m');
  await plan.saved();
  await tab.save('Council budget', 'Approved');
  await plan.goTo('Plan');
  await grid.type(LINE, '2026/27', '1450000.50');
  await grid.cell(REMOVED, 'title').click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Line', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove line' }).click();
  await plan.saved();

  await toggle(page, 'As first agreed');
  await expect(cellOf(page, 'original', LINE, 'period 2026')).toHaveText('1,200,000.00');
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,450,000.50');
  await toggle(page, 'Council budget');
  await expect(cellOf(page, 'approved', LINE, 'period 2026')).toHaveText('1,300,000.00');
  await expect(cellOf(page, 'original', 'Homes', 'period 2026')).toHaveText('2,420,000.00');
  await expect(cellOf(page, 'original', 'Total', 'period 2026')).toHaveText('4,380,000.00');
  const gone = `${REMOVED} (no longer in the plan)`;
  await expect(cellOf(page, 'original', gone, 'period 2026')).toHaveText('800,000.00');
  await expect(grid.cell(gone, '2026/27')).toHaveText('');

  await cellOf(page, 'original', LINE, 'period 2026').click();
  await expect(page.getByRole('contentinfo')).toContainText(`${LINE}, 2026/27, As first agreed: £1,200,000`);
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(cellOf(page, 'original', LINE, 'period 2026')).toHaveText('1,200,000.00');
  expect(await unnamedControls(page)).toEqual([]);

  await grid.show('Funding');
  await expect(cellOf(page, 'original', 'Total', 'period 2026')).toHaveText('4,230,000.00');
  await toggle(page, 'As first agreed');
  await toggle(page, 'Council budget');
  await expect(cellOf(page, 'original', 'Total', 'period 2026')).toHaveCount(0);
  await expect(grid.row(gone)).toHaveCount(0);
});
