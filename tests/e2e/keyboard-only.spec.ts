import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';

/** Presses Tab until the focus is on a control of this name, as a person without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    });
    if (name.test(text)) return;
  }
  throw new Error(`Tab never came to ${name.source}`);
}

test('from the start page to a typed figure, undo and a check without the mouse', async ({
  window: page,
}) => {
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await tabTo(page, /^Exampleton/);
  await page.keyboard.press('Enter');
  await expect(grid.element).toBeVisible();

  for (let presses = 0; presses < 25 && !/period/.test(await grid.focused()); presses += 1)
    await page.keyboard.press('Tab');
  await expect.poll(grid.focused).toMatch(/, period 2026$/);
  await page.keyboard.press('ArrowDown');
  await expect.poll(grid.focused).toBe('Warm homes retrofit, period 2026');
  await page.keyboard.type('1.3m');
  await page.keyboard.press('Enter');
  await expect(grid.cell('Warm homes retrofit', '2026/27')).toHaveText('1,300,000');
  await expect(grid.cell('Total', 'total')).toHaveText('47,205,000');
  await plan.saved();
  await page.keyboard.press('Control+z');
  await expect(grid.cell('Warm homes retrofit', '2026/27')).toHaveText('1,200,000');
  await page.keyboard.press('F6');
  await expect(page.getByRole('button', { name: 'Hide the checks' })).toBeFocused();
  await tabTo(page, /Cover/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What drives it, largest first' })).toBeVisible();
});

test('a new plan is made without the mouse', async ({ window: page }) => {
  await tabTo(page, /^New plan$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Harbour plan');
  await page.keyboard.press('Enter');
  await expect(planWindow(page).title).toHaveText('Harbour plan');
  await tabTo(page, /^Add line$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Title').waitFor();
  await page.keyboard.type('Quay wall');
  await page.keyboard.press('Enter');
  await expect(planGrid(page).row('Quay wall')).toBeVisible();
});
