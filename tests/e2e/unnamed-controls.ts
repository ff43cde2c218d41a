import type { Page } from '@playwright/test';

/** What a person can use with a keyboard or a screen reader, by role. */
const CONTROLS = [
  'button',
  'checkbox',
  'combobox',
  'dialog',
  'grid',
  'link',
  'listbox',
  'menuitem',
  'menuitemradio',
  'progressbar',
  'radio',
  'radiogroup',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
  'treegrid',
];

/** The controls on a page that a screen reader could not name, as lines of its accessibility tree. */
export async function unnamedControls(page: Page): Promise<readonly string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  // A named control is written as `- button "Name"`, one without a name as `- button` or `- button: text`.
  const unnamed = new RegExp(`^\\s*- '?(?:${CONTROLS.join('|')})(?= \\[|:|'|$)`);
  return tree.split('\n').filter((line) => unnamed.test(line));
}
