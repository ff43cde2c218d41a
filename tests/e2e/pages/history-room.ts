import { expect, type Locator, type Page } from '@playwright/test';

/** The changes of a plan, and the history of one cell beside the grid. */
export type HistoryRoom = {
  /** The steps on screen, newest first. */
  readonly steps: Locator;
  /** The lines that say what was changed. */
  readonly changes: Locator;
  /** Shows only what concerns a line, source or person. */
  readonly filter: (by: 'Line' | 'Source' | 'Person', name: string) => Promise<void>;
  /** The buttons that put a value back, by the words on them. */
  readonly restore: (value: string) => Locator;
  /** The history of one cell. */
  readonly cell: Locator;
};

/** The history on a page. */
export function historyRoom(page: Page): HistoryRoom {
  const room = page.getByRole('main');
  const steps = room.getByRole('listitem').filter({ has: page.locator('time') });
  return {
    steps,
    changes: steps.getByRole('listitem'),
    filter: async (by, name) => {
      await page.getByRole('combobox', { name: by, exact: true }).fill(name);
      await page.getByRole('option', { name, exact: true }).click();
      await expect(page.getByRole('combobox', { name: by, exact: true })).toHaveValue(name);
    },
    restore: (value) => page.getByRole('button', { name: `Restore ${value} for ` }),
    cell: page.getByRole('complementary', { name: 'Cell history' }),
  };
}
