import { describe, expect, test } from 'vitest';
import { parseScaleWords } from '#shared/money/scale-words.ts';

describe('scale and currency in titles and headers', () => {
  test.each([
    ['£', 1n, 'GBP', '£'],
    ["£'000", 1000n, 'GBP', "£'000"],
    ['£’000', 1000n, 'GBP', '£’000'],
    ['£000', 1000n, 'GBP', '£000'],
    ['£000s', 1000n, 'GBP', '£000s'],
    ["£000's", 1000n, 'GBP', "£000's"],
    ['£ (000)', 1000n, 'GBP', '£ (000)'],
    ['£k', 1000n, 'GBP', '£k'],
    ['£ K', 1000n, 'GBP', '£ K'],
    ['£m', 1_000_000n, 'GBP', '£m'],
    ['£ million', 1_000_000n, 'GBP', '£ million'],
    ['(£ millions)', 1_000_000n, 'GBP', '£ millions'],
    ['£bn', 1_000_000_000n, 'GBP', '£bn'],
    ['GBP', 1n, 'GBP', 'GBP'],
    ['GBP thousand', 1000n, 'GBP', 'GBP thousand'],
    ['$ in thousands', 1000n, 'USD', '$ in thousands'],
    ['$ (in thousands)', 1000n, 'USD', '$ (in thousands)'],
    ['$000', 1000n, 'USD', '$000'],
    ["$'000", 1000n, 'USD', "$'000"],
    ['$M', 1_000_000n, 'USD', '$M'],
    ['US$', 1n, 'USD', 'US$'],
    ['thousands of dollars', 1000n, 'USD', 'thousands of dollars'],
    ['in thousands of US dollars', 1000n, 'USD', 'thousands of US dollars'],
    ['Dollars in Thousands', 1000n, 'USD', 'Dollars in Thousands'],
    ['in $1,000s', 1000n, 'USD', '$1,000s'],
    ['€', 1n, 'EUR', '€'],
    ['EUR', 1n, 'EUR', 'EUR'],
    ['(in Euro)', 1n, 'EUR', 'Euro'],
    ['T€', 1000n, 'EUR', 'T€'],
    ['TEUR', 1000n, 'EUR', 'TEUR'],
    ['Tsd. €', 1000n, 'EUR', 'Tsd. €'],
    ['in 1.000 €', 1000n, 'EUR', '1.000 €'],
    ['(in 1.000 Euro)', 1000n, 'EUR', '1.000 Euro'],
    ['Mio. €', 1_000_000n, 'EUR', 'Mio. €'],
    ['Mio EUR', 1_000_000n, 'EUR', 'Mio EUR'],
    ['Mrd. €', 1_000_000_000n, 'EUR', 'Mrd. €'],
    ['k€', 1000n, 'EUR', 'k€'],
    ['K €', 1000n, 'EUR', 'K €'],
    ['en k€', 1000n, 'EUR', 'k€'],
    ['M€', 1_000_000n, 'EUR', 'M€'],
    ['Md€', 1_000_000_000n, 'EUR', 'Md€'],
    ["en milliers d'euros", 1000n, 'EUR', "milliers d'euros"],
    ['en millions d’euros', 1_000_000n, 'EUR', 'millions d’euros'],
    ['千円', 1000n, 'JPY', '千円'],
    ['万円', 10_000n, 'JPY', '万円'],
    ['百万円', 1_000_000n, 'JPY', '百万円'],
    ['億円', 100_000_000n, 'JPY', '億円'],
    ['（単位：千円）', 1000n, 'JPY', '千円'],
    ['（単位千円）', 1000n, 'JPY', '千円'],
    ['単位:円', 1n, 'JPY', '円'],
    ['Yen (millions)', 1_000_000n, 'JPY', 'Yen (millions)'],
    ["Capital programme (£'000) 2025/26", 1000n, 'GBP', "£'000"],
    ["2025/26 £'000", 1000n, 'GBP', "£'000"],
    ['2026\n€', 1n, 'EUR', '€'],
    ['FY 2023 ($ billions)', 1_000_000_000n, 'USD', '$ billions'],
    ['Angaben in Tsd. EUR', 1000n, 'EUR', 'Tsd. EUR'],
    ['Budget (USD), figures in thousands', 1000n, 'USD', 'thousands'],
  ])('%j states %s %s', (text, scale, currency, phrase) => {
    expect(parseScaleWords(text)).toEqual({ scale, currency, phrase });
  });

  test.each([
    ['in millions', 1_000_000n, 'millions'],
    ['(000s)', 1000n, '000s'],
    ['(in 000s)', 1000n, '000s'],
    ['Thousands', 1000n, 'Thousands'],
    ['Amounts in millions unless stated', 1_000_000n, 'millions'],
  ])('%j states a scale of %s and no currency', (text, scale, phrase) => {
    expect(parseScaleWords(text)).toEqual({ scale, phrase });
  });

  test.each([
    '',
    'Total cost',
    'm',
    'k',
    'Costs (m)',
    'R/C',
    '£10 million programme',
    'Schemes over £500k',
    '500 €',
    '1 000 €',
    '£1,000',
    '£2026',
    'Million Trees scheme',
    'TOP SCHEMES',
    'ALL YEARS',
    'Euro 2024 stadium',
    '12 in 1000 houses',
    'CHF 1000',
  ])('%j states nothing', (text) => {
    expect(parseScaleWords(text)).toBeNull();
  });
});
