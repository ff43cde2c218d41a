import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSumFormula, isExactInDoubles, type CellRun } from '#main/excel/write/exact-sum.ts';

const down = (amounts: readonly (bigint | null)[], row = 5, column = 4): CellRun => ({
  row,
  column,
  direction: 'down',
  amounts,
});

describe('formulas of sums', () => {
  it('adds a run with one rounded sum', () => {
    expect(exactSumFormula([down([1n, 2n, 3n])], 2)).toBe('ROUND(SUM(D5:D7),2)');
    expect(exactSumFormula([down([1n])], 0)).toBe('ROUND(SUM(D5),0)');
    expect(exactSumFormula([{ ...down([1n, null]), direction: 'across' }], 2)).toBe('ROUND(SUM(D5:E5),2)');
    expect(exactSumFormula([down([1n, 2n]), down([3n], 9)], 2)).toBe('ROUND(SUM(D5:D6,D9),2)');
    expect(exactSumFormula([{ ...down([1n, 2n]), sheet: "Year's end" }], 2)).toBe(
      "ROUND(SUM('Year''s end'!D5:D6),2)",
    );
    expect(exactSumFormula([], 2)).toBe('0');
  });

  it('halves a sum whose doubles drift, until each half is exact', () => {
    const amounts = [900_000_000_000_000n, ...Array.from({ length: 500 }, () => 1n)];
    expect(isExactInDoubles(amounts, 2)).toBe(false);
    const formula = exactSumFormula([down(amounts)], 2);
    expect(formula).toMatch(/^ROUND\(ROUND\(.*SUM\(D5:D\d+\),2\)\+/);
    expect(replay(formula, amounts, 5)).toBe(9_000_000_000_005);
  });

  it('keeps within what Excel takes as arguments', () => {
    const runs = Array.from({ length: 600 }, (_, index) => down([1n], 5 + 2 * index));
    const blocks = exactSumFormula(runs, 2).match(/SUM\([^)]*\)/g) ?? [];
    expect(blocks.length).toBe(4);
    expect(blocks.every((block) => block.split(',').length <= 250)).toBe(true);
  });

  it('shows the exact sum for any amounts, calculated in doubles from left to right', () => {
    const amount = fc.bigInt({ min: -3_333_333_333_333n, max: 3_333_333_333_333n });
    fc.assert(
      fc.property(fc.array(fc.option(amount), { minLength: 1, maxLength: 300 }), (amounts) => {
        const exact = amounts.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n);
        const shown = replay(exactSumFormula([down(amounts)], 2), amounts, 5);
        expect(shown).toBe(Number(exact) / 100);
      }),
    );
  });
});

/** Calculates a formula of one column of cells as Excel does: doubles, left to right, ROUND half away from zero. */
function replay(formula: string, amounts: readonly (bigint | null)[], firstRow: number): number {
  let rest = formula;
  const take = (text: string): void => {
    expect(rest.startsWith(text)).toBe(true);
    rest = rest.slice(text.length);
  };
  const readRange = (): number => {
    const [whole = '', from, to] = /^SUM\(D(\d+)(?::D(\d+))?\)/.exec(rest) ?? [];
    take(whole);
    const cells = amounts.slice(Number(from) - firstRow, Number(to ?? from) - firstRow + 1);
    return cells.reduce<number>((sum, value) => sum + Number(value ?? 0n) / 100, 0);
  };
  const readTerm = (): number => {
    if (rest.startsWith('SUM(')) return readRange();
    take('ROUND(');
    let sum = readTerm();
    while (rest.startsWith('+')) {
      take('+');
      sum += readTerm();
    }
    take(',2)');
    return (Math.sign(sum) * Math.round(Math.abs(sum) * 100)) / 100;
  };
  const shown = readTerm();
  expect(rest).toBe('');
  return shown;
}
