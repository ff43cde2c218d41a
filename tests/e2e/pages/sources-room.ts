import type { Locator, Page } from '@playwright/test';

/** The grid of funding sources by year, and the terms beside it. */
export type SourcesRoom = {
  readonly grid: Locator;
  readonly cell: (source: string, column: string) => Locator;
  readonly show: (measure: 'Award' | 'Certainty') => Promise<void>;
  /** Types over a cell and takes it with Enter. */
  readonly type: (source: string, column: string, text: string) => Promise<void>;
  readonly terms: (source: string) => Locator;
  readonly refusal: Locator;
};

/** The sources room on a page; columns by the ids of the grid, such as `period 2026` or `left`. */
export function sourcesRoom(page: Page): SourcesRoom {
  const grid = page.getByRole('grid', { name: 'Funding sources by year' });
  const cell = (source: string, column: string) =>
    grid
      .locator('.ag-row')
      .filter({ has: page.locator('[col-id="name"]').getByText(source, { exact: true }) })
      .locator(`[col-id="${column}"]`);
  return {
    grid,
    cell,
    show: (measure) => page.getByRole('main').getByText(measure, { exact: true }).first().click(),
    type: async (source, column, text) => {
      await cell(source, column).click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    terms: (source) => page.getByRole('complementary', { name: `Terms of ${source}` }),
    refusal: page.getByRole('main').getByRole('alert'),
  };
}
