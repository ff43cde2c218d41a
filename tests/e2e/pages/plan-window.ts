import { expect, type Locator, type Page } from '@playwright/test';

/** The frame of an open plan: its head, its rooms and its foot. */
export type PlanWindow = {
  readonly title: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly saveState: Locator;
  /** What the foot says of the cell in focus. */
  readonly foot: Locator;
  readonly notices: Locator;
  readonly choose: (item: MenuItem) => Promise<void>;
  /** Asks for the plan to go on under this name; a name that is taken keeps the dialog up. */
  readonly saveAs: (name: string) => Promise<void>;
  readonly goTo: (room: 'Plan' | 'Sources' | 'History') => Promise<void>;
  /** Waits until the planner has confirmed everything. */
  readonly saved: () => Promise<void>;
};

type MenuItem =
  | 'New plan…'
  | 'Open a plan…'
  | 'Import a spreadsheet…'
  | 'Save as…'
  | 'Duplicate'
  | 'Export a copy…'
  | 'Export workbook…'
  | 'About this file…'
  | 'Close plan';

/** The window of an open plan on a page. */
export function planWindow(page: Page): PlanWindow {
  const foot = page.getByRole('contentinfo');
  const saveState = foot.getByRole('status');
  const choose = async (item: MenuItem) => {
    await page.getByRole('button', { name: 'Perennial' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  return {
    title: page.getByRole('heading', { level: 1 }),
    undo: page.getByRole('button', { name: /^Undo/ }),
    redo: page.getByRole('button', { name: /^Redo/ }),
    saveState,
    foot,
    notices: page.getByRole('region', { name: 'Notices' }),
    choose,
    saveAs: async (name) => {
      await choose('Save as…');
      const dialog = page.getByRole('dialog', { name: 'Save plan as' });
      await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
      await dialog.getByRole('button', { name: 'Save plan as' }).click();
    },
    goTo: (room) => page.getByRole('navigation').getByRole('button', { name: room }).click(),
    saved: () => expect(saveState).toHaveText(/^(All changes saved|Saved \d\d:\d\d)$/),
  };
}
