import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './host.ts';
import { dropFiles } from './pages/drop-files.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { startPage } from './pages/start-page.ts';

const LINE = 'Warm homes retrofit';

test('a plan is saved under a name, listed, and opened with its figures', async ({ window: page, host }) => {
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await grid.type(LINE, '2026/27', '1.3m');
  await planWindow(page).saveAs('Harbour');
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
  await planWindow(page).saveAs('Harbour');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await plan.choose('Close plan');
  await startPage(page).newPlan({ title: 'Another', firstYear: '2026', years: '1' });
  await planWindow(page).saveAs('Harbour');
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
  await planWindow(page).saveAs('../Harbour');
  await expect(page.getByRole('dialog')).toContainText(
    '“../Harbour” cannot be a file name here. Begin with a letter or digit, leave out slashes, colons and the signs * ? " < > |',
  );
});

test('what was made and changed stands among the drafts after a reload', async ({ window: page }) => {
  await startPage(page).openSample();
  await planGrid(page).type(LINE, '2026/27', '7');
  await planWindow(page).saved();
  await page.reload();
  await startPage(page)
    .drafts.getByRole('button', { name: /^Exampleton housing and growth programme/ })
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
    .drafts.getByRole('button', { name: /^Exampleton housing and growth programme/ })
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
    .drafts.getByRole('button', { name: /^Exampleton housing and growth programme/ })
    .click();
  await planGrid(second).type(LINE, '2026/27', '7');
  await expect(planGrid(first).cell(LINE, '2026/27')).toHaveText('7');
  await planGrid(first).type(LINE, '2027/28', '8');
  await expect(planGrid(second).cell(LINE, '2027/28')).toHaveText('8');
  await planWindow(first).saved();
  await expect(planWindow(first).notices).toHaveText('');
});

test('a plan is duplicated into a draft of its own, and the first one stays as it was', async ({
  window: page,
}) => {
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await grid.type(LINE, '2026/27', '1.3m');
  await plan.saveAs('Harbour');
  await expect(page.getByRole('banner').getByText('Harbour', { exact: true })).toBeVisible();
  await plan.choose('Duplicate');
  await expect(plan.notices).toContainText('This is a copy of “Harbour”, with its whole history.');
  await expect(plan.title).toHaveText('Copy of Exampleton housing and growth programme');
  await grid.type(LINE, '2026/27', '7');
  for (let step = 1; step <= 3; step += 1) await plan.undo.click();
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,200,000');
  await expect(plan.title).toHaveText('Exampleton housing and growth programme');
  await plan.choose('Close plan');
  await startPage(page)
    .recents.getByRole('button', { name: /Harbour/ })
    .click();
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,300,000');
});

test('a copy is exported, and the work goes on in the plan itself', async ({ window: page, host }) => {
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await plan.saveAs('Harbour');
  await grid.type(LINE, '2026/27', '1.3m');
  await plan.choose('Export a copy…');
  const dialog = page.getByRole('dialog', { name: 'Export a copy' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Copy of Harbour');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Harbour for the board');
  await dialog.getByRole('button', { name: 'Export a copy' }).click();
  await expect(plan.notices).toContainText('The copy is in “Harbour for the board.perennial”.');
  expect(existsSync(join(host.folder, 'Harbour for the board.perennial'))).toBe(true);
  await expect(page.getByRole('banner').getByText('Harbour', { exact: true })).toBeVisible();
  await grid.type(LINE, '2026/27', '5');
  await plan.saved();
  await plan.choose('Open a plan…');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /for the board/ })
    .click();
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,300,000');
});

test('what is known of a plan’s file can be looked at', async ({ window: page, host }) => {
  await startPage(page).openSample();
  const plan = planWindow(page);
  await plan.saveAs('Harbour');
  await planGrid(page).type(LINE, '2026/27', '1.3m');
  await plan.saved();
  await plan.choose('About this file…');
  const dialog = page.getByRole('dialog', { name: 'About this file' });
  await expect(dialog.getByRole('definition').nth(0)).toHaveText('Harbour');
  await expect(dialog.getByRole('definition').nth(1)).toHaveText(host.folder);
  await expect(dialog.getByRole('definition').nth(2)).toHaveText(/^\d+(\.\d)? (kB|MB)$/);
  await expect(dialog.getByRole('definition').nth(3)).toHaveText(/, with Perennial \d+\.\d+\.\d+$/);
  await expect(dialog.getByRole('definition').nth(4)).toHaveText('1');
  await expect(dialog.getByRole('definition').nth(5)).toHaveText(/^No damage found: /);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Perennial' })).toBeFocused();
});

test('a plan dropped on a browser’s window is opened as a copy in the folder of plans', async ({
  window: page,
  host,
}) => {
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await grid.type(LINE, '2026/27', '1.3m');
  await plan.saveAs('Harbour');
  await plan.choose('Close plan');
  const buffer = readFileSync(join(host.folder, 'Harbour.perennial'));
  await dropFiles(page, [{ name: 'Sent by post.perennial', mimeType: '', buffer }]);
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,300,000');
  await expect(plan.notices).toContainText(
    `a copy of it was opened: changes go to “Sent by post” in ${host.folder}.`,
  );
  expect(existsSync(join(host.folder, 'Sent by post.perennial'))).toBe(true);
});

test('what is neither one plan nor one spreadsheet is not taken when it is dropped', async ({
  window: page,
}) => {
  const notices = planWindow(page).notices;
  const picture = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
  await dropFiles(page, [picture]);
  await expect(notices).toContainText('“photo.png” is neither a plan nor a spreadsheet');
  await dropFiles(page, [picture, picture]);
  await expect(notices).toContainText('2 files were dropped at once, so none was taken.');
  await dropFiles(page, [{ ...picture, name: 'Harbour.perennial' }]);
  await expect(notices).toContainText('Harbour.perennial holds no Perennial plan');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan money over many years');
});
