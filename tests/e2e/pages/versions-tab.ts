import { expect, type Locator, type Page } from '@playwright/test';

/** The versions of a plan, and the comparison of two states. */
export type VersionsTab = {
  /** Goes to the tab from wherever the plan's window stands. */
  readonly open: () => Promise<void>;
  readonly version: (name: string) => Locator;
  readonly dialog: Locator;
  readonly nameField: Locator;
  /** Saves the plan as it stands, by key. */
  readonly save: (name: string, kind?: 'Named' | 'Original' | 'Approved') => Promise<void>;
  /** Compares a version with the current plan. */
  readonly compare: (name: string) => Promise<void>;
  /** Chooses what is compared, by what its option is called. */
  readonly choose: (side: 'From' | 'To', option: string) => Promise<void>;
  readonly totals: (measure: string) => Locator;
  readonly byYear: (row: string) => Locator;
  /** The changes of a line or source. */
  readonly changes: (subject: string) => Locator;
  readonly filter: Locator;
};

/** The tab on a page. */
export function versionsTab(page: Page): VersionsTab {
  const dialog = page.getByRole('dialog');
  const nameField = dialog.getByRole('textbox', { name: 'Name' });
  const rowOf = (table: string) => (head: string) =>
    page
      .getByRole('table', { name: table })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: head, exact: true }) });
  return {
    open: async () => {
      await page.getByRole('navigation').getByRole('button', { name: 'History' }).click();
      await page.getByRole('tab', { name: 'Versions' }).click();
    },
    version: (name) =>
      page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: new RegExp(`^${name} `) }) }),
    dialog,
    nameField,
    save: async (name, kind = 'Named') => {
      await page.keyboard.press('Control+Shift+S');
      await expect(nameField).toBeFocused();
      await dialog.getByRole('radio', { name: kind }).check();
      await nameField.fill(name);
      await nameField.press('Enter');
      await dialog.waitFor({ state: 'detached' });
    },
    compare: (name) => page.getByRole('button', { name: `Compare “${name}”` }).click(),
    choose: async (side, option) => {
      await page
        .getByRole('group', { name: 'What is compared' })
        .getByRole('combobox', { name: side })
        .click();
      await page.getByRole('option', { name: option }).click();
    },
    totals: rowOf('What moved in all'),
    byYear: rowOf('Need and funding by year'),
    changes: rowOf('What differs'),
    filter: page.getByRole('textbox', { name: 'Filter by line or source' }),
  };
}
