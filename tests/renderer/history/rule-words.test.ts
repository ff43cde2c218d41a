import { expect, test } from 'vitest';
import { ruleWords } from '#renderer/history/rule-words.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { readerOf } from './english-reader.ts';

const { say } = readerOf(buildPlan({ years: 1 }));

test.each([
  ['number', 'a number'],
  ['number * 1000', 'a number, times 1,000'],
  [
    'text with decimal , * 1000000, rounded',
    'text with “,” before the decimals, times 1,000,000, rounded to the currency’s smallest unit',
  ],
  ['nil', 'nothing, which is 0'],
  ['formula', 'formula'],
])('%s reads as %s', (rule, words) => {
  expect(ruleWords(rule, say)).toBe(words);
});
