import { inProject } from '#tools/project.ts';
import { expect, test } from './host.ts';
import { csvFile, importWizard, pickFromStart, pickSpreadsheet } from './pages/import-wizard.ts';
import { planWindow } from './pages/plan-window.ts';

const SPENDING_PLAN = inProject('samples/exampleton-spending-plan.csv');

/** The first bytes of the container in which Excel keeps workbooks with a password and those of older formats. */
const CONTAINER = Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(1536)]);
const holding = (name: string) => Buffer.concat([CONTAINER, Buffer.from(name, 'utf16le'), Buffer.alloc(512)]);

const REFUSED = [
  ['empty.xlsx', Buffer.alloc(0), 'empty.xlsx is empty: it holds nothing at all.'],
  [
    'secret.xlsx',
    holding('EncryptedPackage'),
    'secret.xlsx is protected with a password. Open it in Excel, remove the password',
  ],
  ['old.xls', holding('Workbook'), 'old.xls is in the older Excel format (.xls, Excel 97 to 2003).'],
  [
    'half.xlsx',
    Buffer.from('PK\u0003\u0004 and then nothing'),
    'half.xlsx is damaged or was not copied completely.',
  ],
  ['letter.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'letter.pdf is a PDF document.'],
] as const;

test('a file that cannot be read is refused with a sentence, and the next one comes in', async ({
  window: page,
}) => {
  const plan = planWindow(page);
  for (const [name, buffer, sentence] of REFUSED) {
    await test.step(name, async () => {
      await pickFromStart(page, { name, mimeType: 'application/octet-stream', buffer });
      await expect(plan.notices.getByRole('alert')).toContainText(sentence);
      await plan.notices.getByRole('button', { name: 'Put this notice away' }).click();
      await expect(plan.notices.getByRole('alert')).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan money over many years');
    });
  }
  await pickFromStart(page, SPENDING_PLAN);
  await expect(importWizard(page).button).toHaveText('Import 8 lines, 5 years, £31,520,000');
});

test('a text or a table without years says what is missing and offers another file', async ({
  window: page,
}) => {
  const wizard = importWizard(page);
  await pickFromStart(page, csvFile('notes.txt', 'Talked to the treasurer on Monday.\n'));
  await expect(wizard.findings).toContainText('No table with years over columns of amounts was found.');
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await pickFromStart(page, csvFile('people.csv', 'Name,Room\nAda,12\nGrace,14\n'));
  await expect(wizard.contents.getByText('No table found on this sheet')).toBeVisible();
  await expect(wizard.findings).toContainText(
    'No table with years over columns of amounts was found. Give each column of amounts a header that names its year',
  );
  await expect(wizard.button).toHaveCount(0);
  await pickSpreadsheet(page, page.getByRole('button', { name: 'Choose another file' }), SPENDING_PLAN);
  await expect(wizard.button).toHaveText('Import 8 lines, 5 years, £31,520,000');
});

test('reading a large file is cancelled, and the next one comes in', async ({ window: page }) => {
  const lines = Array.from({ length: 120_000 }, (_, index) => `Line ${index},${index}.5,2,3,4,5,6,7,8,9`);
  const header = 'Project,2026/27,2027/28,2028/29,2029/30,2030/31,2031/32,2032/33,2033/34,2034/35';
  await pickFromStart(page, csvFile('large.csv', [header, ...lines].join('\n')));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import “large.csv”');
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan money over many years');
  await pickFromStart(page, SPENDING_PLAN);
  await expect(importWizard(page).button).toHaveText('Import 8 lines, 5 years, £31,520,000');
  await expect(planWindow(page).notices.getByRole('alert')).toHaveCount(0);
});
