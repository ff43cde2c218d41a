import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { multiYearBudget } from '#tests/fixtures/workbooks/multi-year-budget.ts';
import { readExport } from './exported-workbook.ts';
import { expect, test } from './host.ts';
import { checksPanel } from './pages/checks-panel.ts';
import { dropFiles } from './pages/drop-files.ts';
import { importWizard, pickFromStart, workbookFile } from './pages/import-wizard.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';

const FILE = 'City budget 2026-31.xlsx';
const YEARS = ['2026/27', '2027/28', '2028/29', '2029/30', '2030/31'] as const;
const SUMS = ['6,333,250', '6,350,903', '7,341,000', '7,443,000', '7,694,000'] as const;
const TOTAL = '35,162,153';

async function importBudget(page: Page): Promise<void> {
  await expect(importWizard(page).button).toHaveText(`Import 16 lines, 5 years, £${TOTAL}`);
  await importWizard(page).button.click();
  await expect(planGrid(page).element).toBeVisible();
}

test('a budget comes in by the file picker, is funded, checked, undone and exported', async ({
  window: page,
  host,
}) => {
  const [wizard, grid, plan, checks] = [
    importWizard(page),
    planGrid(page),
    planWindow(page),
    checksPanel(page),
  ];
  const original = await multiYearBudget();
  const file = join(host.home, FILE);
  writeFileSync(file, original);

  await test.step('the wizard shows the tables and the totals', async () => {
    await pickFromStart(page, file);
    await expect(wizard.title).toHaveText(`Import “${FILE}”`);
    await expect(wizard.contents.getByRole('checkbox')).toHaveCount(2);
    await expect(wizard.contents.getByText('16 lines, 5 year columns')).toBeVisible();
    await expect(wizard.contents.getByText('6 lines, 5 year columns', { exact: true })).toBeVisible();
    await expect(wizard.totals.getByText(/^All \d+ stated totals agree/)).toBeVisible();
  });

  await test.step('the grid has the same totals', async () => {
    await importBudget(page);
    await expect.poll(() => grid.figures('Total', [...YEARS, 'total'])).toEqual([...SUMS, TOTAL]);
    await expect(checks.head('SC-1')).toHaveText(/Fail.*Cover SC-1.*0%/s);
    await expect(plan.notices.getByText(`16 lines imported from “${FILE}”.`)).toBeVisible();
  });

  await test.step('a line is given a source', async () => {
    await grid.show('Funding');
    await expect(grid.cell('Total', 'total')).toHaveText('');
    await grid.cell('Debt service', '2026/27').click();
    await page.getByRole('button', { name: 'Add source' }).click();
    await page.getByRole('menuitem', { name: 'New source…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New source' });
    await dialog.getByLabel('Name').fill('Water bond');
    await dialog.getByLabel('Funder').fill('City treasury');
    await dialog.getByRole('button', { name: 'Add source' }).click();
    await expect(grid.cell('Water bond', 'total')).toHaveText('');
  });

  await test.step('its award and its figure are typed, and the cover follows', async () => {
    await plan.goTo('Sources');
    const award = page.locator('.ag-row', { hasText: 'Water bond' }).locator('[col-id="period 2026"]');
    await award.click();
    await page.keyboard.type('£1.5m');
    await page.keyboard.press('Enter');
    await expect(award).toHaveText('1,500,000');
    await plan.goTo('Plan');
    await grid.type('Water bond', '2026/27', '£1.2m');
    await expect(grid.cell('Water bond', '2026/27')).toHaveText('1,200,000');
    await expect(grid.cell('Debt service', '2026/27')).toHaveText('1,200,000');
    await expect(checks.head('SC-1')).toHaveText(/3\.4%/);
    await expect(checks.card('SC-1')).toContainText('3.4% of the need is paid for.');
  });

  await test.step('undo takes the cover back, redo brings it again', async () => {
    await plan.undo.click();
    await expect(grid.cell('Water bond', '2026/27')).toHaveText('');
    await expect(checks.head('SC-1')).toHaveText(/0%/);
    await expect(checks.head('SC-1')).not.toHaveText(/3\.4%/);
    await plan.redo.click();
    await expect(grid.cell('Water bond', '2026/27')).toHaveText('1,200,000');
    await expect(checks.head('SC-1')).toHaveText(/3\.4%/);
  });

  await test.step('the exported workbook has the same figures and live formulas', async () => {
    await plan.choose('Export workbook…');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: 'Export workbook' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('All Funds Expenditures.xlsx');
    await checkExport(download);
  });

  await test.step('the imported workbook is as it was, and nothing stands beside it', () => {
    expect(readFileSync(file).equals(original)).toBe(true);
    expect(readdirSync(host.home, { recursive: true, encoding: 'utf8' }).filter(isSpreadsheet)).toEqual([
      FILE,
    ]);
  });
});

function isSpreadsheet(name: string): boolean {
  return name.endsWith('.xlsx');
}

async function checkExport(download: Download): Promise<void> {
  const { show, findRow } = await readExport(await download.path());
  const need = findRow('Plan', 'Total: Need');
  const shown = ['D', 'E', 'F', 'G', 'H', 'I'].map((column) => show('Plan', `${column}${need}`));
  expect(shown.map(({ value }) => value)).toEqual([...SUMS, TOTAL].map((text) => text.replaceAll(',', '')));
  for (const { formula } of shown) expect(formula).toMatch(/^ROUND\(SUM\([A-Z0-9:,]+\),2\)$/);
  const gap = findRow('Plan', 'Total: Gap');
  expect(show('Plan', `I${gap}`).value).toBe('33962153');
  const funding = ['A', 'D', 'F', 'K'].map((column) => show('Funding', `${column}5`));
  expect(funding).toEqual([
    { value: 'Debt service', formula: null },
    { value: 'Water bond', formula: null },
    { value: '1200000', formula: null },
    { value: '1200000', formula: 'ROUND(SUM(F5:J5),2)' },
  ]);
  expect(show('Sources', 'I5')).toEqual({ value: '1500000', formula: null });
  const cover = findRow('Checks', 'SC-1');
  expect(['D', 'E'].map((column) => show('Checks', `${column}${cover}`).value)).toEqual(['Fail', '0.034128']);
}

test('a dropped budget comes in with the same totals', async ({ window: page }) => {
  await dropFiles(page, [workbookFile(FILE, await multiYearBudget())]);
  await importBudget(page);
  await expect.poll(() => planGrid(page).figures('Total', [...YEARS, 'total'])).toEqual([...SUMS, TOTAL]);
});
