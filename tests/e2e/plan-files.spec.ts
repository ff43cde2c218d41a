import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { startPage } from './pages/start-page.ts';

const LINE = 'Warm homes retrofit';

async function saveAs(page: Page, name: string): Promise<void> {
  await planWindow(page).choose('Save as…');
  const dialog = page.getByRole('dialog', { name: 'Save plan as' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save plan as' }).click();
}

test('a plan is saved under a name, listed, and opened with its figures', async ({ window: page, host }) => {
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await grid.type(LINE, '2026/27', '1.3m');
  await saveAs(page, 'Harbour');
  await expect(page.getByRole('banner').getByText('Harbour', { exact: true })).toBeVisible();
  expect(existsSync(join(host.folder, 'Harbour.perennial'))).toBe(true);
  await plan.choose('Close plan');
  await page.getByRole('button', { name: 'Open a plan' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a plan' });
  await expect(dialog).toContainText(`Plans in ${host.folder}`);
  await dialog.getByRole('button', { name: /Harbour/ }).click();
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,300,000');
  await expect(grid.cell('Total', 'total')).toHaveText('47,205,000');
});

test('saving under a name that is taken asks first', async ({ window: page }) => {
  await startPage(page).openSample();
  const plan = planWindow(page);
  await saveAs(page, 'Harbour');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await plan.choose('Close plan');
  await startPage(page).newPlan({ title: 'Another', firstYear: '2026', years: '1' });
  await saveAs(page, 'Harbour');
  const dialog = page.getByRole('dialog', { name: 'Save plan as' });
  await expect(dialog).toContainText(
    'There is already a file called "Harbour.perennial". Choose another name, or replace it.',
  );
  await dialog.getByLabel('Replace a plan that has this name already').check();
  await dialog.getByRole('button', { name: 'Save plan as' }).click();
  await expect(dialog).toHaveCount(0);
  await plan.choose('Close plan');
  await startPage(page)
    .recents.getByRole('button', { name: /Harbour/ })
    .click();
  await expect(plan.title).toHaveText('Another');
});

test('a name that no file can have is refused with its reason', async ({ window: page }) => {
  await startPage(page).openSample();
  await saveAs(page, '../Harbour');
  await expect(page.getByRole('dialog')).toContainText(
    '“../Harbour” cannot be a file name here. Begin with a letter or digit, leave out slashes, colons and the signs * ? " < > |',
  );
});

test('what was opened stands among the recent plans after a reload', async ({ window: page }) => {
  await startPage(page).openSample();
  await planGrid(page).type(LINE, '2026/27', '7');
  await planWindow(page).saved();
  await page.reload();
  await startPage(page)
    .recents.getByRole('button', { name: /^Exampleton housing and growth programme/ })
    .click();
  await expect(planGrid(page).cell(LINE, '2026/27')).toHaveText('7');
});

test('a draft is there after the program was ended and started again, and so is its undo', async ({
  window: first,
  host,
  openWindow,
}) => {
  await startPage(first).openSample();
  await planGrid(first).type(LINE, '2026/27', '1,300,000.25');
  await planGrid(first).type(LINE, '2027/28', '1.6m');
  await planWindow(first).saved();
  await first.close();
  await host.restart();

  const page = await openWindow();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await startPage(page)
    .recents.getByRole('button', { name: /^Exampleton housing and growth programme/ })
    .click();
  await expect(grid.cell('Total', 'total')).toHaveText('47,305,000.25');
  await expect
    .poll(() => grid.figures(LINE, ['2026/27', '2027/28']))
    .toEqual(['1,300,000.25', '1,600,000.00']);
  await plan.undo.click();
  await expect(grid.cell(LINE, '2027/28')).toHaveText('1,500,000.00');
  await plan.undo.click();
  await expect(grid.cell('Total', 'total')).toHaveText('47,105,000');
  await plan.redo.click();
  await expect(grid.cell('Total', 'total')).toHaveText('47,205,000.25');
});

test('closing a plan with a change that is not saved asks first', async ({ context, host }) => {
  // A page of its own: a host that is gone shows in the browser's log, which other tests keep clean.
  const page = await context.newPage();
  await page.goto(host.address());
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await host.restart();
  await grid.type(LINE, '2026/27', '55');
  await expect(plan.saveState).toContainText('Not saved: 1 change');
  await plan.choose('Close plan');
  const dialog = page.getByRole('dialog', { name: 'Close without saving?' });
  await expect(dialog).toContainText('1 change is not saved yet.');
  await dialog.getByRole('button', { name: 'Keep the plan open' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(grid.cell(LINE, '2026/27')).toHaveText('55');
  await plan.choose('Close plan');
  await dialog.getByRole('button', { name: 'Close and lose it' }).click();
  await expect(plan.title).toHaveText('Perennial does not answer');
});

test('a host that was started again on its port is recognised, and the change it cannot take is named', async ({
  context,
  host,
}) => {
  const page = await context.newPage();
  await page.goto(host.address());
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await host.restart(new URL(host.address()).port);
  await grid.type(LINE, '2026/27', '55');
  await expect(plan.saveState).toContainText('Not saved: 1 change');
  await expect(plan.notices).toContainText('Open the address that it printed in its terminal in a new tab');
  await expect(plan.notices.getByRole('listitem')).toHaveCount(1);
  await expect(grid.cell(LINE, '2026/27')).toHaveText('55');
});

test('two tabs on one plan show each other’s figures', async ({ window: first, openWindow }) => {
  await startPage(first).openSample();
  const second = await openWindow();
  await startPage(second)
    .recents.getByRole('button', { name: /^Exampleton housing and growth programme/ })
    .click();
  await planGrid(second).type(LINE, '2026/27', '7');
  await expect(planGrid(first).cell(LINE, '2026/27')).toHaveText('7');
  await planGrid(first).type(LINE, '2027/28', '8');
  await expect(planGrid(second).cell(LINE, '2027/28')).toHaveText('8');
  await planWindow(first).saved();
  await expect(planWindow(first).notices).toHaveText('');
});
