import type { Locator, Page } from '@playwright/test';

/** A column by its heading: a year such as 2026/27, or one of the grid's own columns. */
type Column = 'title' | 'code' | 'kind' | 'total' | `${number}/${number}`;

/** The grid of lines by year. */
export type PlanGrid = {
  readonly element: Locator;
  readonly row: (title: string) => Locator;
  readonly cell: (title: string, column: Column) => Locator;
  /** What a row shows in these columns. */
  readonly figures: (title: string, columns: readonly Column[]) => Promise<readonly string[]>;
  /** Types a figure over a cell and takes it with Enter. */
  readonly type: (title: string, column: Column, text: string) => Promise<void>;
  /** The input of the cell that is being edited. */
  readonly editor: Locator;
  /** The sentence that says why a text cannot be taken. */
  readonly refusal: Locator;
  /** What the grid shows: need, funding or gap. */
  readonly show: (measure: 'Need' | 'Funding' | 'Gap') => Promise<void>;
  /** The cell that has the focus, as `row title, column id`. */
  readonly focused: () => Promise<string>;
};

const TITLE_CELL = '.ag-cell[col-id="title"]';

/** The id under which the grid keeps a column. */
function columnId(column: Column): string {
  const year = /^\d{4}(?=\/)/.exec(column)?.[0];
  return year === undefined ? column : `period ${year}`;
}

/** The plan's grid on a page. */
export function planGrid(page: Page): PlanGrid {
  const element = page.getByRole('treegrid', { name: 'Plan by line and year' });
  const row = (title: string) =>
    element.locator('.ag-row').filter({ has: page.locator(TITLE_CELL, { hasText: exactly(title) }) });
  const cell = (title: string, column: Column) =>
    row(title).locator(`.ag-cell[col-id="${columnId(column)}"]`);
  return {
    element,
    row,
    cell,
    figures: (title, columns) =>
      Promise.all(
        columns.map((column) =>
          cell(title, column)
            .innerText()
            .then((text) => text.trim()),
        ),
      ),
    type: async (title, column, text) => {
      await cell(title, column).click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    editor: element.locator('.ag-cell-inline-editing input'),
    refusal: page.getByRole('main').getByRole('alert'),
    show: (measure) => page.getByText(measure, { exact: true }).first().click(),
    focused: () => focusedCell(page),
  };
}

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}\\s*$`);
}

function focusedCell(page: Page): Promise<string> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest('.ag-cell') ?? null;
    const title = cell?.closest('.ag-row')?.querySelector('[col-id="title"]')?.textContent.trim();
    return cell === null ? 'no cell' : `${title ?? ''}, ${cell.getAttribute('col-id') ?? ''}`;
  });
}
