import { expect, test } from './host.ts';
import { startPage } from './pages/start-page.ts';

const NO_KEY =
  'Perennial opens only from the address that it prints when it starts. Copy the whole address, with the part after #, into this browser.';

test('an address without its key says what to do', async ({ page, host }) => {
  await page.goto(new URL('/', host.address()).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page has no key');
  await expect(page.getByText(NO_KEY)).toBeVisible();
  // The whole address in the same tab differs in its fragment alone.
  await page.goto(host.address());
  await expect(startPage(page).sample(/^Exampleton/)).toBeVisible();
});

test('a key opens one window, and the next one has a key of its own', async ({
  context,
  host,
  openWindow,
}) => {
  const used = host.address();
  const first = await openWindow();
  const second = await context.newPage();
  await second.goto(used);
  await expect(second.getByText(NO_KEY)).toBeVisible();
  await expect.poll(() => host.address()).not.toBe(used);
  const third = await openWindow();
  for (const page of [first, third]) await expect(startPage(page).sample(/^Exampleton/)).toBeVisible();
});

test('a reload keeps the window open, and the key is not left in the address', async ({ window: page }) => {
  expect(new URL(page.url()).hash).toBe('');
  await page.reload();
  await expect(startPage(page).sample(/^Exampleton/)).toBeVisible();
});
