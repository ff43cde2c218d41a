import { expect, test } from './host.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { sourcesRoom } from './pages/sources-room.ts';
import { startPage } from './pages/start-page.ts';
import { versionsTab } from './pages/versions-tab.ts';
import { unnamedControls } from './unnamed-controls.ts';

const LINE = 'Warm homes retrofit';

test('a version is saved by key under a name that fits, and a name that is taken is refused beside the field', async ({
  window: page,
}) => {
  await startPage(page).openSample();
  const [tab, plan] = [versionsTab(page), planWindow(page)];
  await tab.open();
  await expect(page.getByText('This plan has no versions yet')).toBeVisible();
  await page.getByRole('button', { name: 'Save a version' }).click();
  await expect(tab.nameField).toHaveValue('Version 1');
  await tab.dialog.getByRole('radio', { name: 'Original' }).check();
  await expect(tab.nameField).toHaveValue('Original');
  await tab.dialog.getByRole('textbox', { name: 'Note' }).fill('Programme board, minute 14');
  await tab.nameField.press('Enter');
  await expect(tab.dialog).toHaveCount(0);
  await expect(tab.version('Original')).toContainText('Programme board, minute 14');
  await expect(tab.version('Original')).toContainText('No edits since');

  await page.keyboard.press('Control+Shift+S');
  await expect(tab.nameField).toBeFocused();
  await expect(tab.nameField).toHaveValue('Version 2');
  await tab.nameField.fill(' ');
  await tab.nameField.press('Enter');
  await expect(tab.dialog).toContainText('Give the version a name.');
  await tab.nameField.fill('ORIGINAL');
  await tab.nameField.press('Enter');
  await expect(tab.nameField).toHaveAccessibleDescription(/“Original”/);
  await tab.nameField.fill('Before re-profiling');
  await tab.nameField.press('Enter');
  await expect(tab.version('Before re-profiling')).toBeVisible();

  await page.getByRole('button', { name: 'Edit “Before re-profiling”' }).click();
  await tab.dialog.getByRole('radio', { name: 'Approved' }).check();
  await tab.nameField.fill('Council budget');
  await tab.nameField.press('Enter');
  await expect(tab.version('Council budget')).toContainText('Approved');
  expect(await unnamedControls(page)).toEqual([]);

  await plan.goTo('Plan');
  await planGrid(page).type(LINE, '2026/27', '1.3m');
  await plan.saved();
  await tab.open();
  await expect(tab.version('Council budget')).toContainText('1 edit since');
});

test('what changed since a version is said in all, by year and cell by cell, and leads to its cell', async ({
  window: page,
}) => {
  await startPage(page).openSample();
  const [tab, plan, grid] = [versionsTab(page), planWindow(page), planGrid(page)];
  await tab.save('Original', 'Original');
  await grid.type(LINE, '2026/27', '1.3m');
  await plan.goTo('Sources');
  await sourcesRoom(page).cell('National growth fund', 'name').click();
  await page.getByRole('button', { name: 'Remove source' }).click();
  await tab.open();
  await tab.compare('Original');
  await expect(tab.totals('Need')).toHaveText('Need47,105,00047,205,000+100,000-+100,000');
  await expect(tab.totals('Funding')).toHaveText('Funding43,200,00028,650,000--14,550,000-14,550,000');
  await expect(tab.byYear('Need, net').getByRole('cell').first()).toHaveText('+100,000');

  const need = tab.changes(LINE).filter({ hasText: '2026/27' }).filter({ hasText: 'Need' });
  await expect(need).toHaveText(`${LINE}Need2026/271,200,0001,300,000+100,000`);
  // The source is gone from the plan, and keeps its name.
  await tab.filter.fill('growth fund');
  await expect(tab.changes('National growth fund').first()).toContainText('Removed');
  await expect(tab.changes(LINE).filter({ hasText: '2027/28' })).toContainText('blank');
  await tab.filter.fill('retrofit');
  await expect(tab.changes('National growth fund')).toHaveCount(0);
  await expect(page.getByText(/^7 of 39 differences$/)).toBeVisible();
  expect(await unnamedControls(page)).toEqual([]);

  await need.getByText('1,300,000').click();
  await expect.poll(grid.focused).toBe(`${LINE}, period 2026`);
  await tab.open();
  await expect(tab.filter).toHaveValue('retrofit');
  await page.getByRole('button', { name: 'Swap from and to' }).click();
  await expect(need).toHaveText(`${LINE}Need2026/271,300,0001,200,000-100,000`);
  await page.getByRole('button', { name: 'All versions' }).click();
  await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeFocused();
});

test('restoring says what will change, is one step, and one undo takes it back', async ({ window: page }) => {
  await startPage(page).openSample();
  const [tab, plan, grid] = [versionsTab(page), planWindow(page), planGrid(page)];
  await tab.save('Approved', 'Approved');
  await grid.type(LINE, '2026/27', '1.3m');
  await grid.type(LINE, '2027/28', '1.4m');
  await plan.saved();
  await tab.open();
  await page.getByRole('button', { name: 'Restore “Approved”' }).click();
  await expect(tab.dialog).toContainText(
    'Brings the plan back to “Approved” as one change that can be undone.',
  );
  await expect(tab.dialog).toContainText('2 things will change.');
  await expect(tab.dialog.getByRole('row', { name: /^Need/ })).toContainText('47,105,000');
  await tab.dialog.getByRole('button', { name: 'Restore this version' }).click();
  await expect(plan.notices).toContainText('The plan is back at “Approved”. Undo takes this back.');
  await plan.goTo('Plan');
  expect(await grid.figures(LINE, ['2026/27', '2027/28'])).toEqual(['1,200,000', '1,500,000']);
  await plan.undo.click();
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,300,000');
  await expect(grid.cell(LINE, '2027/28')).toHaveText('1,400,000');
  await plan.redo.click();
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,200,000');
  await tab.open();
  await page.getByRole('button', { name: 'Restore “Approved”' }).click();
  await expect(tab.dialog).toContainText('The plan is as it was in “Approved”: there is nothing to restore.');
  await tab.dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(tab.dialog).toHaveCount(0);
});

test('a plan file is compared too, the same or in another currency', async ({ window: page }) => {
  await startPage(page).openSample();
  const [tab, plan] = [versionsTab(page), planWindow(page)];
  await plan.saveAs('First draft');
  await plan.choose('Close plan');
  await page.getByRole('button', { name: 'New plan', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New plan' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Leipzig');
  await dialog.getByRole('combobox', { name: 'Currency' }).click();
  await page.getByRole('option', { name: 'EUR' }).click();
  await dialog.getByRole('button', { name: 'Create plan' }).click();
  await plan.saveAs('Leipzig');
  await plan.choose('Close plan');
  await startPage(page).openSample();
  await tab.open();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByText('Both sides are the same state.')).toBeVisible();
  await tab.choose('From', 'A plan file…');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /First draft/ })
    .click();
  await expect(
    page.getByText(
      'Nothing differs between “First draft.perennial” and “Current plan”: every figure, row and detail is the same.',
    ),
  ).toBeVisible();
  await tab.choose('To', 'A plan file…');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Leipzig/ })
    .click();
  await expect(
    page.getByText('The two are in different currencies, so their amounts are not compared.'),
  ).toBeVisible();
  await expect(tab.changes(LINE).first()).toContainText('Removed');
});

test('the columns of versions fit a small window, and the grid stays a tree for those who hear it', async ({
  window: page,
}) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await startPage(page).openSample();
  const [tab, grid] = [versionsTab(page), planGrid(page)];
  await tab.save('Original', 'Original');
  await tab.save('Approved', 'Approved');
  for (const kind of ['Original', 'Approved']) {
    await page.getByRole('button', { name: 'Versions', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: new RegExp(`^${kind}`) }).click();
    await page.keyboard.press('Escape');
  }
  await expect(grid.element).toBeVisible();
  const [figure, total] = [grid.cell(LINE, '2026/27'), grid.cell(LINE, 'total')];
  const [left, right] = [await figure.boundingBox(), await total.boundingBox()];
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
});
