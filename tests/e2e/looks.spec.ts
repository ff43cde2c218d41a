import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { multiYearBudget } from '#tests/fixtures/workbooks/multi-year-budget.ts';
import { checksPanel } from './pages/checks-panel.ts';
import { historyRoom } from './pages/history-room.ts';
import { importWizard, pickFromStart, workbookFile } from './pages/import-wizard.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { sourcesRoom } from './pages/sources-room.ts';
import { startPage } from './pages/start-page.ts';
import { unnamedControls } from './unnamed-controls.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;

/** Nothing may stand outside the window, and nothing that can be used may be without a name. */
async function checkPage(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  expect(await unnamedControls(page)).toEqual([]);
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on screen');
  return box;
}

/** Two parts of the window stand side by side and not over each other. */
async function expectApart(left: Locator, right: Locator): Promise<void> {
  const [a, b] = [await boxOf(left), await boxOf(right)];
  expect(a.x + a.width).toBeLessThanOrEqual(b.x + 0.5);
}

async function contrastOf(locator: Locator): Promise<number> {
  return locator.evaluate((element) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour: string): number => {
      if (canvas === null) throw new Error('There is no canvas');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    let ground: Element | null = element;
    while (ground !== null && /, 0\)$|^transparent$/.test(getComputedStyle(ground).backgroundColor))
      ground = ground.parentElement;
    const [a, b] = [
      luminance(getComputedStyle(element).color),
      luminance(ground === null ? 'white' : getComputedStyle(ground).backgroundColor),
    ];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of SIZES) {
    test(`every room fits ${size.width} by ${size.height} in ${colorScheme}`, async ({ window: page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await checkPage(page);
      await startPage(page).openSample();
      const [grid, plan, checks, room, history] = [
        planGrid(page),
        planWindow(page),
        checksPanel(page),
        sourcesRoom(page),
        historyRoom(page),
      ];
      await expect(page.getByRole('button', { name: 'Checks', exact: true })).toHaveAttribute(
        'aria-expanded',
        'true',
      );
      await checks.head('SC-1').click();
      await expectApart(page.getByRole('navigation'), grid.element);
      await expectApart(grid.element, checks.element);
      await checkPage(page);
      for (const text of [checks.card('SC-1').getByRole('paragraph').first(), grid.cell('Homes', 'total')])
        expect(await contrastOf(text)).toBeGreaterThan(4.5);
      await grid.show('Funding');
      await grid.cell('Warm homes retrofit', 'title').click();
      await checkPage(page);
      await plan.goTo('Sources');
      await expectApart(room.grid, checks.element);
      await checkPage(page);
      await room.cell('Warm homes grant', 'name').click();
      await page.getByRole('button', { name: 'Terms' }).click();
      await expectApart(room.terms('Warm homes grant'), checks.element);
      await checkPage(page);
      await page.getByRole('button', { name: 'Hide the terms' }).click();
      await room.type('Warm homes grant', 'period 2026', '1m');
      await plan.goTo('History');
      await expect(history.changes).toHaveCount(1);
      await checkPage(page);
      for (const text of [history.restore('£700,000'), page.getByRole('heading', { name: /^Today/ })])
        expect(await contrastOf(text)).toBeGreaterThan(4.5);
      await plan.goTo('Sources');
      await room.cell('Warm homes grant', 'period 2026').click();
      await page.keyboard.press('Control+Shift+H');
      await expectApart(room.grid, history.cell);
      await checkPage(page);
    });
  }
}

test('dialogs and the import fit a small window, and everything in them can be read and has a name', async ({
  window: page,
}) => {
  await page.setViewportSize(SIZES[1]);
  await page.getByRole('button', { name: 'New plan', exact: true }).click();
  await page.getByRole('button', { name: 'Create plan' }).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await contrastOf(page.getByText('Give the plan a title.'))).toBeGreaterThan(4.5);
  }
  await checkPage(page);
  await page.keyboard.press('Escape');
  await pickFromStart(page, workbookFile('Budget.xlsx', await multiYearBudget()));
  await expect(importWizard(page).button).toBeInViewport({ ratio: 1 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await contrastOf(page.getByText('C, FY 2026-27 Proposed'))).toBeGreaterThan(4.5);
  }
  await checkPage(page);
});

/** Has the page note what of the grid is moved by something else than the person. */
function recordShifts(page: Page): Promise<void> {
  return page.evaluate(() => {
    const moved: string[] = [];
    Object.assign(globalThis, { moved });
    const note = (node: unknown): void => {
      if (node instanceof Element && node.matches('.ag-row, .ag-cell, [role="treegrid"]'))
        moved.push(node.className);
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources: unknown = Reflect.get(entry, 'sources');
        if (Array.isArray(sources)) for (const source of sources) note(Reflect.get(source as object, 'node'));
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });
}

test('the grid stays where it is while the checks follow an edit', async ({ window: page }) => {
  await startPage(page).openSample();
  const [grid, checks] = [planGrid(page), checksPanel(page)];
  await expect(checks.head('SC-1')).toContainText('91.3%');
  const places = () => Promise.all([grid.element, grid.cell('Homes', '2026/27'), checks.element].map(boxOf));
  const before = await places();
  await recordShifts(page);
  // No longer than the figure before, or the column would rightly widen.
  await grid.type('Warm homes retrofit', '2026/27', '0.2m');
  await expect(checks.head('SC-1')).toContainText('91.2%');
  expect(await places()).toEqual(before);
  expect(await page.evaluate((): unknown => Reflect.get(globalThis, 'moved'))).toEqual([]);
});
