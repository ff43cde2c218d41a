import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { planGrid } from './pages/plan-grid.ts';
import { planWindow } from './pages/plan-window.ts';
import { startPage } from './pages/start-page.ts';

const LINE = 'Warm homes retrofit';

/** The lock that a Perennial on another computer has left beside a plan. */
const FOREIGN_LOCK = {
  host: 'TOWNHALL-7',
  user: 'B. Colleague',
  pid: 4711,
  start: null,
  since: '2026-11-20T08:15:00.000Z',
  token: '5a0fb2de-7a70-4fd3-9d3c-0b4e3a6f5f11',
};

/** Saves the sample as Harbour with a figure of its own, and stays in it. */
async function openHarbour(page: Page): Promise<void> {
  await startPage(page).openSample();
  await planGrid(page).type(LINE, '2026/27', '1.3m');
  await planWindow(page).saveAs('Harbour');
  await expect(page.getByRole('banner').getByText('Harbour', { exact: true })).toBeVisible();
}

function harbourAgain(page: Page): Promise<void> {
  return startPage(page)
    .recents.getByRole('button', { name: /^Harbour/ })
    .click();
}

/** The planner closes a plan after the window has left it: its lock goes last. */
function closed(file: string): Promise<void> {
  return expect.poll(() => existsSync(`${file}.lock`)).toBe(false);
}

/** An edit shows on screen before it stands in the file. */
function differs(file: string, copy: string): Promise<void> {
  return expect.poll(() => readFileSync(file).equals(readFileSync(copy))).toBe(false);
}

/** Lets the planner answer a change with a failure of the disk until the answered function is called. */
async function refuseChanges(page: Page, code: string): Promise<() => Promise<void>> {
  const error = { code, message: { id: 'planner.fault' } };
  const address = '**/api/plan/apply-edit';
  await page.route(address, (route) => route.fulfill({ json: { ok: false, error } }));
  return () => page.unroute(address);
}

test('a plan that somebody on another computer has open is read, or taken over', async ({
  window: page,
  host,
}) => {
  await openHarbour(page);
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await plan.choose('Close plan');
  const file = join(host.folder, 'Harbour.perennial');
  await closed(file);
  writeFileSync(`${file}.lock`, JSON.stringify(FOREIGN_LOCK));

  await harbourAgain(page);
  const dialog = page.getByRole('dialog', { name: 'Somebody else has this plan open' });
  await expect(dialog).toContainText(
    /B\. Colleague has had this plan open on TOWNHALL-7 since 20 Nov 2026, 08:15\./,
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(startPage(page).recents.getByRole('button', { name: /^Harbour/ })).toBeFocused();

  await harbourAgain(page);
  await expect(dialog.getByRole('button', { name: 'Open to read' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,300,000');
  await expect(plan.saveState).not.toHaveText(/saved/i);
  await expect(plan.undo).toBeDisabled();
  await expect(page.getByRole('banner')).toContainText('Reading only');
  await plan.choose('Close plan');

  await harbourAgain(page);
  await expect(dialog).toContainText('what they type from now on is not saved in this file');
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await grid.type(LINE, '2026/27', '7');
  await plan.saved();
});

test('a damaged plan is opened in its newest good state, and the damaged file is kept', async ({
  window: page,
  host,
}) => {
  const file = join(host.folder, 'Harbour.perennial');
  await openHarbour(page);
  const [grid, plan] = [planGrid(page), planWindow(page)];
  await plan.choose('Close plan');
  await closed(file);
  const damaged = readFileSync(file);
  damaged.fill(0xee, 4096 * 2, 4096 * 6);
  writeFileSync(file, damaged);

  await harbourAgain(page);
  const dialog = page.getByRole('dialog', { name: 'This plan file is damaged' });
  await expect(dialog).toContainText('The newest good state is the backup of');
  await dialog.getByRole('button', { name: 'Open the recovered plan' }).click();
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,300,000');
  await expect(plan.notices).not.toHaveText('');
  const kept = readdirSync(host.folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(host.folder, name),
  );
  const isDamagedFile = (path: string) =>
    path !== file && /damaged/i.test(path) && readFileSync(path).equals(damaged);
  expect(kept.filter(isDamagedFile)).toHaveLength(1);
});

test('a file that another program changed is not written over: the plan is saved under another name', async ({
  window: page,
  host,
}) => {
  const file = join(host.folder, 'Harbour.perennial');
  await openHarbour(page);
  const [grid, plan] = [planGrid(page), planWindow(page)];
  const theirs = join(host.home, 'theirs.perennial');
  copyFileSync(file, theirs);
  await grid.type(LINE, '2026/27', '55');
  await differs(file, theirs);
  copyFileSync(theirs, file);
  await grid.type(LINE, '2027/28', '66');
  const dialog = page.getByRole('dialog', { name: 'The file was changed by another program' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(plan.saveState).toHaveText('Not saved, 1 change: another program changed the file');
  expect(readFileSync(file).equals(readFileSync(theirs))).toBe(true);

  await page.getByRole('button', { name: 'What to do…' }).click();
  await expect(dialog.getByRole('listitem')).toHaveText(['The figure of “Warm homes retrofit” in 2027/28']);
  await dialog.getByRole('button', { name: 'Save my plan under another name' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Mine');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await plan.saved();
  expect(existsSync(join(host.folder, 'Mine.perennial'))).toBe(true);
  expect(readFileSync(file).equals(readFileSync(theirs))).toBe(true);
  await plan.choose('Close plan');
  await startPage(page).recents.getByRole('button', { name: /^Mine/ }).click();
  await expect.poll(() => grid.figures(LINE, ['2026/27', '2027/28'])).toEqual(['55', '66']);
});

test('a file that another program changed can be opened as it is now', async ({ window: page, host }) => {
  const file = join(host.folder, 'Harbour.perennial');
  await openHarbour(page);
  const [grid, plan] = [planGrid(page), planWindow(page)];
  const theirs = join(host.home, 'theirs.perennial');
  copyFileSync(file, theirs);
  // A page that is loaded again does not hold the plan twice.
  await page.reload();
  await harbourAgain(page);
  await grid.type(LINE, '2026/27', '55');
  await differs(file, theirs);
  await plan.saved();
  copyFileSync(theirs, file);
  // Nothing is typed: the planner finds it by itself.
  const dialog = page.getByRole('dialog', { name: 'The file was changed by another program' });
  await dialog.getByRole('button', { name: 'Open the file as it is now' }).click({ timeout: 20_000 });
  await expect(grid.cell(LINE, '2026/27')).toHaveText('1,300,000');
  await grid.type(LINE, '2026/27', '7');
  await plan.saved();
});

test('what a full disk does not take stays on screen, is said not to be saved, and is sent again', async ({
  window: page,
}) => {
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  const allow = await refuseChanges(page, 'disk-full');
  await grid.type(LINE, '2026/27', '55');
  await grid.type(LINE, '2027/28', '66');
  await expect(plan.saveState).toHaveText('Not saved, 2 changes: the disk is full. Free some space.');
  await expect(grid.cell(LINE, '2026/27')).toHaveText('55');
  await allow();
  await plan.saved();
  await page.reload();
  await startPage(page)
    .drafts.getByRole('button', { name: /^Exampleton/ })
    .click();
  await expect.poll(() => grid.figures(LINE, ['2026/27', '2027/28'])).toEqual(['55', '66']);
});

test('a tab asks before it goes while something is not saved, and never when all is saved', async ({
  window: page,
}) => {
  await startPage(page).openSample();
  const [grid, plan] = [planGrid(page), planWindow(page)];
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  const allow = await refuseChanges(page, 'disk-full');
  await grid.type(LINE, '2026/27', '55');
  await expect(plan.saveState).toContainText('Not saved');
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await allow();
  await plan.saved();
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(asked).toEqual(['beforeunload']);
});
