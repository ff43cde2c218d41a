import { expect, it } from 'vitest';
import { textTable, wrapText } from '#main/cli/text-table.ts';

it('keeps columns in line, figures to the right, wide signs as two places', () => {
  const rows = [
    ['Name', 'Total'],
    ['住宅', '1,000'],
    ['Homes', '5'],
  ];
  expect(textTable(rows, ['left', 'right'])).toBe(
    ['Name   Total', '-----  -----', '住宅   1,000', 'Homes      5'].join('\n'),
  );
});

it('breaks a sentence between words, a long word by itself', () => {
  expect(wrapText('one two three incomprehensibilities four', 2, 12)).toBe(
    ['  one two', '  three', '  incomprehensibilities', '  four'].join('\n'),
  );
});
