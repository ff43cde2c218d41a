import { expect, type Locator, type Page } from '@playwright/test';

/** The page with the ways in. */
export type StartPage = {
  readonly sample: (title: RegExp) => Locator;
  readonly recents: Locator;
  readonly drafts: Locator;
  readonly openSample: () => Promise<void>;
  readonly newPlan: (fields: NewPlanFields) => Promise<void>;
};

type NewPlanFields = { readonly title: string; readonly firstYear: string; readonly years: string };

/** The start page on a page; its sample is Exampleton's programme of ten lines and ten years. */
export function startPage(page: Page): StartPage {
  const sample = (title: RegExp) =>
    page.getByRole('region', { name: 'Samples to try' }).getByRole('button', { name: title });
  return {
    sample,
    recents: page.getByRole('region', { name: 'Recent plans' }),
    drafts: page.getByRole('region', { name: 'Drafts' }),
    openSample: async () => {
      await sample(/^Exampleton/).click();
      await expect(page.getByRole('treegrid')).toBeVisible();
    },
    newPlan: async ({ title, firstYear, years }) => {
      await page.getByRole('button', { name: 'New plan', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'New plan' });
      await dialog.getByLabel('Title').fill(title);
      await dialog.getByLabel('First year starts in').fill(firstYear);
      await dialog.getByLabel('Number of years').fill(years);
      await dialog.getByRole('button', { name: 'Create plan' }).click();
    },
  };
}
