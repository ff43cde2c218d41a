import { expect, test } from './host.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { startPage } from './pages/start-page.ts';

const LINE = 'Warm homes retrofit';
const YEAR = '2026/27';

/** What is typed over 1,200,000, what the cell shows then, and the totals of its line, its programme and the plan. */
const NOTATIONS = [
  ['1,234.50', '1,234.50', '11,701,234.50', '21,551,234.50', '45,906,234.50'],
  ['(1,234)', '-1,234', '11,698,766', '21,548,766', '45,903,766'],
  ['£1.25m', '1,250,000', '12,950,000', '22,800,000', '47,155,000'],
  ['12.5k', '12,500', '11,712,500', '21,562,500', '45,917,500'],
  ['-', '-', '11,700,000', '21,550,000', '45,905,000'],
  ['1,200,000', '1,200,000', '12,900,000', '22,750,000', '47,105,000'],
] as const;

const REFUSED = [
  ['0.062)', 'a bracket seems to be missing. Type both brackets, or a minus sign'],
  ['1.50%*', 'it carries a mark such as *. Type the amount without it'],
  ['TBC', 'it is not an amount. Type an amount such as 1200 or 12k'],
  ['1.234', 'it is finer than the currency’s smallest unit. Round it'],
] as const;

test('figures are taken in each notation, and every total follows at once', async ({ window: page }) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  for (const [typed, shown, line, programme, plan] of NOTATIONS) {
    await test.step(typed, async () => {
      await grid.type(LINE, YEAR, typed);
      await expect(grid.cell(LINE, YEAR)).toHaveText(shown);
      await expect(grid.cell(LINE, 'total')).toHaveText(line);
      await expect(grid.cell('Homes', 'total')).toHaveText(programme);
      await expect(grid.cell('Total', 'total')).toHaveText(plan);
    });
  }
  await planWindow(page).saved();
});

test('a text that is no figure says why, and stays in its cell', async ({ window: page }) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  for (const [typed, reason] of REFUSED) {
    await test.step(typed, async () => {
      await grid.type(LINE, YEAR, typed);
      await expect(grid.refusal).toHaveText(
        `“${typed}” cannot be taken: ${reason}, or press Esc to keep the old figure.`,
      );
      await expect(grid.editor).toHaveValue(typed);
      await page.keyboard.press('Escape');
      await expect(grid.refusal).toHaveText('');
      await expect(grid.cell(LINE, YEAR)).toHaveText('1,200,000');
    });
  }
  await expect(planWindow(page).undo).toBeDisabled();
});

test('a refused text can be mended in its cell', async ({ window: page }) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  await grid.type(LINE, YEAR, '(62');
  await expect(grid.refusal).toContainText('a bracket seems to be missing');
  await page.keyboard.type(')');
  await expect(grid.refusal).toHaveText('');
  await page.keyboard.press('Enter');
  await expect(grid.cell(LINE, YEAR)).toHaveText('-62');
});

test('a refused text goes when another measure is shown, a good one is taken', async ({ window: page }) => {
  await startPage(page).openSample();
  const grid = planGrid(page);
  await grid.type(LINE, YEAR, 'abc');
  await expect(grid.refusal).toContainText('it is not an amount');
  await grid.show('Gap');
  await expect(grid.editor).toHaveCount(0);
  await expect(grid.refusal).toHaveText('');
  await grid.show('Need');
  await expect(grid.cell(LINE, YEAR)).toHaveText('1,200,000');

  await grid.cell(LINE, YEAR).click();
  await page.keyboard.type('5');
  await grid.show('Gap');
  await expect(grid.editor).toHaveCount(0);
  await grid.show('Need');
  await expect(grid.cell(LINE, YEAR)).toHaveText('5');
});

test('figures shown in thousands are typed in full, and the plan says so', async ({ window: page }) => {
  await startPage(page).openSample();
  const [grid, main] = [planGrid(page), page.getByRole('main')];
  await expect(main.getByText('Figures in £', { exact: true })).toBeVisible();
  const before = await grid.element.boundingBox();
  await page.getByRole('button', { name: /cash/i }).click();
  await page.getByRole('menuitemradio', { name: '£000' }).click();
  await page.keyboard.press('Escape');
  await expect(main.getByText('Figures in £000, typed in full')).toBeVisible();
  expect(await grid.element.boundingBox()).toEqual(before);
  await grid.type(LINE, YEAR, '850,000');
  await expect(grid.cell(LINE, YEAR)).toHaveText('850');
});

test('Delete leaves a cell blank, which is not zero', async ({ window: page }) => {
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await grid.cell(LINE, YEAR).click();
  await page.keyboard.press('Delete');
  await expect(grid.cell(LINE, YEAR)).toHaveText('');
  await expect(plan.foot).toContainText(`${LINE}, ${YEAR}: blank`);
  await expect(grid.cell(LINE, 'total')).toHaveText('11,700,000');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(grid.cell(LINE, YEAR)).toHaveText('-');
  await grid.cell(LINE, YEAR).click();
  await expect(plan.foot).toContainText(`${LINE}, ${YEAR}: £0`);
});
