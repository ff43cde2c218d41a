import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentOfShare, shareOfPercent } from '#renderer/sources/share-percent.ts';
import { refuseCount, refuseMatchShare, refuseMovableShare } from '#renderer/sources/terms.ts';

test('a percentage is taken as an exact share', () => {
  const known = [
    ['25', '0.25'],
    ['12.5', '0.125'],
    ['12,5 %', '0.125'],
    ['0', '0'],
    ['5', '0.05'],
    ['0.1', '0.001'],
    ['100', '1'],
    ['33.333333', '0.33333333'],
  ] as const;
  for (const [percent, share] of known) expect(shareOfPercent(percent)).toBe(share);
});

test('what is no percentage is refused', () => {
  for (const text of ['', 'a', '-5', '1.2.3', '1e2', '1234']) expect(shareOfPercent(text)).toBeNull();
});

test('a share is shown as the percentage that gives it back', () => {
  const digits = fc.integer({ min: 0, max: 99_999_999 });
  fc.assert(
    fc.property(digits, (n) => {
      const share = `0.${String(n).padStart(8, '0')}`.replace(/\.?0+$/, '') || '0';
      expect(shareOfPercent(percentOfShare(share))).toBe(share);
    }),
  );
});

test('terms say what they take', () => {
  expect([refuseMatchShare(''), refuseMatchShare('99.9')]).toEqual([null, null]);
  expect([refuseMatchShare('100'), refuseMatchShare('x')]).toEqual([
    'window.match-share-wrong',
    'window.match-share-wrong',
  ]);
  expect([refuseMovableShare('100'), refuseMovableShare('100.1')]).toEqual([null, 'window.movable-wrong']);
  expect([refuseCount('12'), refuseCount(''), refuseCount('1.5')]).toEqual([
    null,
    'window.whole-number-wrong',
    'window.whole-number-wrong',
  ]);
});
