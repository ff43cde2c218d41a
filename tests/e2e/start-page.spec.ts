import { expect, test } from './host.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { startPage } from './pages/start-page.ts';

test('a sample opens in one click', async ({ window: page }) => {
  await expect(page.getByText('Plans that you open or save appear here.')).toBeVisible();
  await startPage(page)
    .sample(/^Exampleton/)
    .click();
  await expect(planWindow(page).title).toHaveText('Exampleton housing and growth programme');
  await expect(planGrid(page).cell('Total', 'total')).toHaveText('47,105,000');
  await planWindow(page).saved();
});

test('a new plan asks for what it needs and says what is wrong, field by field', async ({ window: page }) => {
  await page.getByRole('button', { name: 'New plan', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New plan' });
  const create = dialog.getByRole('button', { name: 'Create plan' });
  await expect(dialog.getByLabel('Title')).toBeFocused();
  await dialog.getByLabel('First year starts in').fill('26');
  await dialog.getByLabel('Number of years').fill('61');
  await create.click();
  await expect(dialog.getByText('Give the plan a title.')).toBeVisible();
  await expect(dialog.getByText('Type the year as four digits, from 1900 to 2200.')).toBeVisible();
  await expect(dialog.getByText('Type a number of years from 1 to 60.')).toBeVisible();
  await dialog.getByLabel('Number of years').fill('0');
  await expect(dialog.getByText('Type a number of years from 1 to 60.')).toBeVisible();
  await dialog.getByLabel('Title').fill('Harbour plan');
  await dialog.getByLabel('First year starts in').fill('2026');
  await dialog.getByLabel('Number of years').fill('60');
  await create.click();
  await expect(page.getByRole('heading', { name: 'This plan has no lines yet' })).toBeVisible();
  await expect(planWindow(page).title).toHaveText('Harbour plan');
});

test('a new plan takes lines and figures for each of its years', async ({ window: page }) => {
  await startPage(page).newPlan({ title: 'Harbour plan', firstYear: '2026', years: '3' });
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await page.getByRole('main').getByRole('button', { name: 'Add line' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Add line' });
  await dialog.getByLabel('Title').fill('Quay wall');
  await dialog.getByRole('button', { name: 'Add line' }).click();
  await expect(grid.element.getByRole('columnheader')).toHaveText([
    'Line',
    'Code',
    'Kind',
    '2026/27',
    '2027/28',
    '2028/29',
    'Total',
  ]);
  await grid.type('Quay wall', '2028/29', '999,999,999,999.99');
  await expect(grid.cell('Total', 'total')).toHaveText('999,999,999,999.99');
  await plan.title.getByRole('button').click();
  await page.getByRole('dialog', { name: 'Rename plan' }).getByLabel('Title').fill('Harbour and quays');
  await page.getByRole('button', { name: 'Rename plan' }).click();
  await expect(plan.title).toHaveText('Harbour and quays');
  await plan.undo.click();
  await expect(plan.title).toHaveText('Harbour plan');
});

test('a draft is listed with its edits, and discarded when the person says so', async ({ window: page }) => {
  const start = startPage(page);
  await expect(start.drafts).toContainText('A new plan or an import is kept here until you save it');
  await start.newPlan({ title: 'Harbour plan', firstYear: '2026', years: '3' });
  await planWindow(page).title.getByRole('button').click();
  await page.getByRole('dialog', { name: 'Rename plan' }).getByLabel('Title').fill('Quays');
  await page.getByRole('button', { name: 'Rename plan' }).click();
  await planWindow(page).choose('Close plan');
  await expect(start.drafts.getByRole('listitem')).toHaveText([/^QuaysChanged .*, 1 editDiscard$/]);
  await expect(start.recents.getByRole('listitem')).toHaveCount(0);
  await start.drafts.getByRole('button', { name: 'Discard “Quays”' }).click();
  const dialog = page.getByRole('dialog', { name: 'Discard this draft?' });
  await expect(dialog).toContainText('“Quays” was last changed on');
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(start.drafts.getByRole('listitem')).toHaveCount(1);
  await start.drafts.getByRole('button', { name: 'Discard “Quays”' }).click();
  await dialog.getByRole('button', { name: 'Discard the draft' }).click();
  await expect(start.drafts.getByRole('listitem')).toHaveCount(0);
});

test('a plan that was not changed is closed without a question and leaves no draft behind', async ({
  window: page,
}) => {
  await startPage(page).openSample();
  await planWindow(page).choose('Close plan');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan money over many years');
  await expect(startPage(page).drafts.getByRole('listitem')).toHaveCount(0);
});
