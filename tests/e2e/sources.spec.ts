import { expect, test } from './host.ts';
import { checksPanel } from './pages/checks-panel.ts';
import { planWindow } from './pages/plan-window.ts';
import { sourcesRoom } from './pages/sources-room.ts';
import { startPage } from './pages/start-page.ts';

test('a source is added with its award and certainty, and every sum follows', async ({ window: page }) => {
  await startPage(page).openSample();
  const [room, plan] = [sourcesRoom(page), planWindow(page)];
  await plan.goTo('Sources');
  await expect(room.cell('Total', 'total')).toHaveText('45,250,000');
  await page.getByRole('button', { name: 'Add source' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a funding source' });
  await dialog.getByRole('button', { name: 'Add source' }).click();
  await expect(dialog.getByText('Give the source a name.')).toBeVisible();
  await dialog.getByLabel('Name').fill('Harbour dues');
  await dialog.getByRole('button', { name: 'Add source' }).click();

  await room.type('Harbour dues', 'period 2026', '2.5m');
  await expect(room.cell('Harbour dues', 'period 2026')).toHaveText('2,500,000');
  await expect(room.cell('Harbour dues', 'left')).toHaveText('2,500,000');
  await expect(room.cell('Total', 'total')).toHaveText('47,750,000');
  await expect(room.cell('Total', 'left')).toHaveText('4,550,000');
  await room.type('Harbour dues', 'period 2026', '2.5x');
  await expect(room.refusal).toContainText('“2.5x” cannot be taken');
  await page.keyboard.press('Escape');

  await room.show('Certainty');
  await room.cell('Harbour dues', 'period 2026').click();
  await page.keyboard.press('3');
  await expect(room.cell('Harbour dues', 'period 2026')).toHaveText('3 contracted');
  await page.keyboard.press('Delete');
  await expect(room.cell('Harbour dues', 'period 2026')).toHaveText('');
  await plan.undo.click();
  await expect(room.cell('Harbour dues', 'period 2026')).toHaveText('3 contracted');
});

test('the terms of a source are changed, refused where they make no sense, and judged', async ({
  window: page,
}) => {
  await startPage(page).openSample();
  const [room, plan, checks] = [sourcesRoom(page), planWindow(page), checksPanel(page)];
  await plan.goTo('Sources');
  await expect(checks.head('RS-5')).toContainText('Cannot be judged');
  await room.cell('Exampleton Community Foundation', 'name').click();
  await page.getByRole('button', { name: 'Terms' }).click();
  const terms = room.terms('Exampleton Community Foundation');
  await terms.getByLabel('Ring-fence').selectOption('None');
  // 18,650,000 + 1,000,000 free and a tenth of 14,550,000 + 6,850,000 themed, of 43,200,000.
  await expect(checks.head('RS-5')).toHaveText(/Pass.*50\.4%/s);
  await terms.getByLabel('Share others must pay, %').fill('100');
  await terms.getByLabel('Share others must pay, %').press('Enter');
  await expect(terms).toContainText('Type a percentage from 0 to below 100, such as 25 or 12.5.');
  await terms.getByLabel('Share others must pay, %').fill('12.5');
  await terms.getByLabel('Share others must pay, %').press('Enter');
  await expect(plan.undo).toHaveAccessibleName(/^Undo/);
  await terms.getByLabel('To, included').fill('2025-01-01');
  await terms.getByLabel('To, included').blur();
  await expect(terms).toContainText('The last day comes before the first.');
});

test('a source goes with all that it gave, and one undo brings all of it back', async ({ window: page }) => {
  await startPage(page).openSample();
  const [room, plan, checks] = [sourcesRoom(page), planWindow(page), checksPanel(page)];
  await plan.goTo('Sources');
  await room.cell('National growth fund', 'name').click();
  await page.getByRole('button', { name: 'Remove source' }).click();
  await expect(plan.notices).toContainText(
    '“National growth fund” was removed with what it gave to 5 lines. Undo brings all of it back.',
  );
  await expect(room.cell('National growth fund', 'name')).toHaveCount(0);
  await expect(room.cell('Total', 'allocated')).toHaveText('28,650,000');
  // 28,650,000 of 47,330,000, contingency included.
  await expect(checks.head('SC-1')).toHaveText(/Fail.*60\.5%/s);
  await plan.undo.click();
  await expect(room.cell('Total', 'allocated')).toHaveText('43,200,000');
  await expect(checks.head('SC-1')).toHaveText(/Attention.*91\.3%/s);
});
