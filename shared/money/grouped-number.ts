import { GROUP_APOSTROPHES, GROUP_SPACES } from './number-notation.ts';
import type { NumberNotation } from './number-notation.ts';

/** The digits of an unsigned number, taken apart without reading them as a number. */
export type Digits = {
  /** Before the decimal sign, separators removed; may be empty. */
  readonly whole: string;
  /** After the decimal sign; empty when there is none. */
  readonly fraction: string;
};

const GROUP_SIGN = /\D/g;

/**
 * Takes apart a run of digits and separators in a stated notation. Null when the separators do not stand
 * where the notation puts them: a second decimal sign, a group that is not three digits, two kinds of
 * separators in one number, or a grouped number that starts with 0, which is a decimal in another notation.
 * @example readDigits('1.234,50', POINT_GROUPS) // { whole: '1234', fraction: '50' }
 */
export function readDigits(run: string, notation: NumberNotation): Digits | null {
  const [whole = '', fraction = '', ...more] = run.split(notation.decimal);
  if (more.length > 0 || !/^\d*$/.test(fraction)) return null;
  const separators = [...whole.matchAll(GROUP_SIGN)].map(([sign]) => sign);
  if (separators.length === 0) return { whole, fraction };
  if (!separators.every((sign) => notation.group.includes(sign))) return null;
  if (new Set(separators.map(kindOfSeparator)).size > 1) return null;
  const [first = '', ...rest] = whole.split(GROUP_SIGN);
  if (!/^[1-9]\d{0,2}$/.test(first) || !rest.every((group) => group.length === 3)) return null;
  return { whole: [first, ...rest].join(''), fraction };
}

function kindOfSeparator(sign: string): string {
  if (GROUP_SPACES.includes(sign)) return 'space';
  return GROUP_APOSTROPHES.includes(sign) ? 'apostrophe' : sign;
}
