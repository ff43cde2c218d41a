import { expect, test } from 'vitest';
import { builtInFormat, datePartsOf } from '#main/excel/read/number-format.ts';

test.each([
  'General',
  'GENERAL',
  'General" m"',
  '"€" General',
  '0',
  '#,##0.00',
  '#,##0.0,,\\m',
  '#,##0.0,,"m"',
  '_D_M_#,##0',
  '_D_M_',
  '#,##0\\ "days"',
  '#,##0.00 [$DM-407]',
  '[Red]#,##0;[Red](#,##0)',
  '[>=1000000]0.0,,"M";0',
  '0.00E+00',
  '##0.0E+0',
  '# ?/?',
  '@',
  '* #,##0_);* (#,##0)',
  '*d0',
  '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  '"Jahr" 0',
  '0 "yd"',
  ';;;',
  '',
])('%s shows a number', (code) => {
  expect(datePartsOf(code)).toBe('none');
});

test.each([
  ['yyyy-mm-dd', 'date'],
  ['d-mmm-yy', 'date'],
  ['mmm', 'date'],
  ['[$-409]mmmm\\ d\\,\\ yyyy;@', 'date'],
  ['[$-411]ge.m.d', 'date'],
  ['ggge"年"m"月"d"日"', 'date'],
  ['TT.MM.JJJJ;dd.mm.yyyy', 'date'],
  ['h:mm AM/PM', 'time'],
  ['mm:ss.000', 'time'],
  ['[h]:mm:ss', 'elapsed'],
  ['[mm]:ss', 'elapsed'],
  ['m/d/yy h:mm', 'date-time'],
  ['yyyy\\-mm\\-dd\\Thh:mm:ss.000', 'date-time'],
] as const)('%s shows a %s', (code, parts) => {
  expect(datePartsOf(code)).toBe(parts);
});

test('built-in formats have their codes', () => {
  expect(builtInFormat(4)).toBe('#,##0.00');
  expect(builtInFormat(9)).toBe('0%');
  expect(datePartsOf(builtInFormat(14))).toBe('date');
  expect(datePartsOf(builtInFormat(22))).toBe('date-time');
  expect(datePartsOf(builtInFormat(30))).toBe('date');
  expect(datePartsOf(builtInFormat(46))).toBe('elapsed');
  expect(builtInFormat(999)).toBe('General');
});
