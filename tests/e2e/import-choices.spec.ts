import type { Page } from '@playwright/test';
import { inProject } from '#tools/project.ts';
import { multiYearBudgetWithRecoveries } from '#tests/fixtures/workbooks/multi-year-budget.ts';
import { expect, test } from './host.ts';
import { importWizard, pickFromStart, pickSpreadsheet, workbookFile } from './pages/import-wizard.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { startPage } from './pages/start-page.ts';

const SPENDING_PLAN = inProject('samples/exampleton-spending-plan.csv');

async function pickBudget(page: Page): Promise<void> {
  await pickFromStart(page, workbookFile('Budget.xlsx', await multiYearBudgetWithRecoveries()));
  await expect(importWizard(page).button).toHaveText('Import 18 lines, 5 years, £34,373,462');
}

test('a row is made something else by click and by key, and the total follows', async ({ window: page }) => {
  await pickBudget(page);
  const wizard = importWizard(page);
  await expect(wizard.role(20)).toHaveValue('data');
  await wizard.role(20).selectOption('Memo');
  await expect(wizard.button).toHaveText('Import 17 lines, 5 years, £34,458,117');
  await wizard.role(20).focus();
  await page.keyboard.press('ArrowDown');
  await expect(wizard.role(21)).toBeFocused();
  await page.keyboard.press('M');
  await expect(wizard.role(21)).toHaveValue('memo');
  await expect(wizard.button).toHaveText('Import 16 lines, 5 years, £35,162,153');
  await expect(wizard.role(21)).toHaveAttribute('title', 'Changed by hand. It was read as: data.');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('D');
  await expect(wizard.role(20)).toHaveValue('data');
  await expect(wizard.button).toHaveText('Import 17 lines, 5 years, £35,077,498');
});

test('a year is left out and taken again, a year between others is asked about', async ({ window: page }) => {
  await pickBudget(page);
  const wizard = importWizard(page);
  await wizard.year('2030/31').uncheck();
  await expect(wizard.button).toHaveText('Import 18 lines, 4 years, £26,838,462');
  const above = page.getByRole('button', { name: 'Column C, 2026/27' });
  await above.click();
  await expect(above).toHaveAttribute('aria-pressed', 'false');
  await expect(wizard.button).toHaveText('Import 18 lines, 3 years, £20,658,857');
  await above.click();
  await wizard.year('2027/28').uncheck();
  await expect(page.getByText(/^The chosen years leave out 2027\/28/)).toBeVisible();
});

test('what was found is listed, and leads to its cell', async ({ window: page }) => {
  await pickBudget(page);
  const wizard = importWizard(page);
  await expect(wizard.totals).toContainText('5 of 42 stated totals differ from the lines.');
  await expect(wizard.findings).toContainText('The table does not name its currency. GBP is taken');
  await wizard.findings
    .getByRole('button', {
      name: /C41 "Grand Total Including Deferred" states 4,412,957, but its lines add up to 6,179,605: a difference of -1,766,648\./,
    })
    .click();
  await expect(wizard.role(41)).toBeInViewport();
});

test('lines come into the open plan in one step, which one undo takes back', async ({ window: page }) => {
  await startPage(page).newPlan({ title: 'Borough plan', firstYear: '2026', years: '5' });
  const [grid, plan, wizard] = [planGrid(page), planWindow(page), importWizard(page)];
  await pickSpreadsheet(
    page,
    page.getByRole('main').getByRole('button', { name: 'Import a spreadsheet' }),
    SPENDING_PLAN,
  );
  await expect(page.getByLabel('Import into')).toHaveValue('open');
  await expect(page.getByText('“Borough plan” gets these lines in one step')).toBeVisible();
  await expect(wizard.button).toHaveText('Import 8 lines, 5 years, £31,520,000');
  await wizard.button.click();
  await expect(grid.cell('Total', 'total')).toHaveText('31,520,000');
  await expect
    .poll(() => grid.figures('Total', ['2026/27', '2027/28', '2028/29', '2029/30', '2030/31']))
    .toEqual(['4,290,000', '8,660,000', '9,430,000', '5,240,000', '3,900,000']);
  await expect(grid.cell('Jobs and business', 'total')).toHaveText('9,850,000');
  await expect(grid.cell('Warm homes retrofit', 'code')).toHaveText('H-01');
  await expect(plan.title).toHaveText('Borough plan');
  await plan.undo.click();
  await expect(page.getByRole('heading', { name: 'This plan has no lines yet' })).toBeVisible();
  await plan.redo.click();
  await expect(grid.cell('Total', 'total')).toHaveText('31,520,000');
});

test('leaving asks only when something was changed by hand', async ({ window: page }) => {
  await pickBudget(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan money over many years');
  await pickBudget(page);
  await importWizard(page).year('2030/31').uncheck();
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave this import?' });
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(importWizard(page).year('2030/31')).not.toBeChecked();
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Leave import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan money over many years');
});
