import type { Locator, Page } from '@playwright/test';

/** The results of the checks beside the plan. */
export type ChecksPanel = {
  readonly element: Locator;
  readonly card: (id: string) => Locator;
  /** The head of a check: its state, name and figure. A click on it shows what is behind it. */
  readonly head: (id: string) => Locator;
  /** A piece of evidence or a missing entry of an open check, which leads to its cell. */
  readonly place: (id: string, name: RegExp) => Locator;
};

/** The checks panel on a page. */
export function checksPanel(page: Page): ChecksPanel {
  const element = page.getByRole('complementary', { name: 'Checks' });
  const card = (id: string) => element.locator(`[data-check="${id}"]`);
  const head = (id: string) => card(id).getByRole('button').first();
  return {
    element,
    card,
    head,
    place: (id, name) => card(id).getByRole('listitem').getByRole('button', { name }),
  };
}
