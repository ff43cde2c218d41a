/** What a number format shows of a serial: nothing of a date (it is a number), a day, a time of day, both, or a length of time. */
export type DateParts = 'none' | 'date' | 'time' | 'date-time' | 'elapsed';

export const GENERAL = 'General';

/** The codes of the built-in formats, which files name by number only. ECMA-376 part 1, 18.8.30. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: GENERAL,
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0_);("$"#,##0)',
  6: '"$"#,##0_);[Red]("$"#,##0)',
  7: '"$"#,##0.00_);("$"#,##0.00)',
  8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The formats 27 to 36 and 50 to 58 are dates of East Asian locales; 32 to 35 and 55, 56 differ by locale. */
const EAST_ASIAN_TIMES: ReadonlySet<number> = new Set([32, 33]);

/** The code of a built-in format; `General` for a number that is none. */
export function builtInFormat(id: number): string {
  const isEastAsian = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  if (isEastAsian) return EAST_ASIAN_TIMES.has(id) ? 'h:mm:ss' : 'yyyy-mm-dd';
  return BUILT_IN[id] ?? GENERAL;
}

/** Quoted text, an escaped, padded (`_x`) or repeated (`*x`) character: shown as it is, never a code. */
const LITERALS = /"[^"]*"?|[\\_*][\s\S]?/g;
/** Colours, conditions, locales and currencies; but `[h]`, `[mm]`, `[ss]` are lengths of time. */
const BRACKETS = /\[(?!(?:h+|m+|s+)\])[^\]]*\]?/gi;

/**
 * Whether a number format shows a date. Only the first section counts, without its literals: `#,##0.0,,\m` and `_D_M_`
 * are amounts, `[h]:mm` and `ggge"年"m"月"` are not.
 */
export function datePartsOf(code: string): DateParts {
  const section = code.replace(LITERALS, '').replace(BRACKETS, '').split(';')[0] ?? '';
  if (/general|standard|@/i.test(section)) return 'none';
  const withoutFractions = section.replace(/(s\]?)[.,]0+/gi, '$1');
  // Digit places beside letters: a number with unquoted words, which Excel shows as a number.
  if (/[0#?]/.test(withoutFractions)) return 'none';
  if (/\[/.test(section)) return 'elapsed';
  const hasTime = /[hs]/i.test(section);
  const hasDay = /[ydeg]/i.test(section.replace(/AM\/PM|A\/P/gi, '')) || (!hasTime && /m/i.test(section));
  if (hasDay) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : 'none';
}
