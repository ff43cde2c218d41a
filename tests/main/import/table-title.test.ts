import { expect, it } from 'vitest';
import { titleOf, withoutScale } from '#main/import/table-title.ts';

it.each([
  ['Investitionsprogramm in T€', 'Investitionsprogramm'],
  ['Investitionsprogramm 2026–2028 (in T€)', 'Investitionsprogramm 2026–2028'],
  ['Finanzplan (Angaben in Mio. €)', 'Finanzplan'],
  ['Capital programme (£000)', 'Capital programme'],
  ["Capital programme £'000", 'Capital programme'],
  ['Capital Programme (£m) 2026/27 to 2030/31', 'Capital Programme 2026/27 to 2030/31'],
  ['Five-year forecast, $ in thousands', 'Five-year forecast'],
  ['Programme pluriannuel — en milliers d’euros', 'Programme pluriannuel'],
  ['実施計画 事業費一覧(単位:千円)', '実施計画 事業費一覧'],
  ['City Spending', 'City Spending'],
  ['Budget in EUR', 'Budget in EUR'],
  ['All figures in £000', ''],
  ['£000', ''],
])('a plan is not called by its scale: %s', (title, plain) => {
  expect(withoutScale(title)).toBe(plain);
});

it('falls back to the next title and then to the file', () => {
  const file = { name: 'Plan 2026.xlsx', sha256: '' };
  const texts = { yearHeaders: [], otherHeaders: [] };
  const titles = ['Figures in £000', 'Roads (£m)', 'Sheet1'];
  expect(titleOf({ file }, { texts: { ...texts, titles } })).toBe('Roads');
  expect(titleOf({ file }, { texts: { ...texts, titles: ['£000', 'Roads'] } })).toBe('Plan 2026');
});
