import type { Locator, Page } from '@playwright/test';

/** A spreadsheet to bring in: a path, or bytes with the name that they go by. */
export type Spreadsheet =
  string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** The way of a spreadsheet into a plan. */
export type ImportWizard = {
  readonly title: Locator;
  readonly contents: Locator;
  /** The one primary button, which says what it will do. */
  readonly button: Locator;
  readonly role: (row: number) => Locator;
  readonly year: (label: string) => Locator;
  readonly findings: Locator;
  readonly totals: Locator;
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function workbookFile(name: string, buffer: Buffer): Exclude<Spreadsheet, string> {
  return { name, mimeType: XLSX, buffer };
}

export function csvFile(name: string, text: string): Exclude<Spreadsheet, string> {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** The import wizard on a page. */
export function importWizard(page: Page): ImportWizard {
  return {
    title: page.getByRole('heading', { level: 1 }),
    contents: page.getByRole('navigation', { name: 'File, sheets and tables' }),
    button: page.locator('[data-import]'),
    role: (row) => page.getByRole('combobox', { name: `Row ${row} is`, exact: true }),
    year: (label) => page.getByRole('checkbox', { name: label, exact: true }),
    findings: page.getByRole('region', { name: 'Findings' }),
    totals: page.getByRole('region', { name: 'Stated totals against the lines' }),
  };
}

/** Brings a spreadsheet in through the file picker that a control opens. */
export async function pickSpreadsheet(page: Page, control: Locator, file: Spreadsheet): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), control.click()]);
  await chooser.setFiles(file);
}

/** Brings a spreadsheet in from the start page. */
export async function pickFromStart(page: Page, file: Spreadsheet): Promise<void> {
  await pickSpreadsheet(page, page.getByRole('button', { name: 'Import a spreadsheet', exact: true }), file);
}
