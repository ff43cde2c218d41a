import { describe, expect, test } from 'vitest';
import { makeSay } from '#renderer/app/texts.ts';
import { cellFormat, cellText, editText, fullText, readTyped } from '#renderer/grid/amount-texts.ts';
import { makeRowBuilder } from '#renderer/grid/build-rows.ts';
import { editOfInput } from '#renderer/grid/cell-edits.ts';
import {
  CODE_COLUMN,
  columnOfPeriod,
  KIND_COLUMN,
  TITLE_COLUMN,
  TOTAL_COLUMN,
} from '#renderer/grid/column-names.ts';
import { singleFigure } from '#renderer/grid/pasted-figure.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const plan = buildPlan({
  years: 2,
  lines: [
    { id: 'a', title: 'Quay', programme: 'Port', kind: 'capital', need: ['100', null] },
    { id: 'b', title: 'Crane', programme: 'Port', kind: 'revenue' },
  ],
});
const say = makeSay(makeFormats({ locale: 'en-GB', currency: 'GBP', calendar: plan.calendar }));
const view = { measure: 'need', grouping: 'programme', folded: new Set<string>() } as const;
const { rows, total } = makeRowBuilder()(plan, view, { noProgramme: '', total: 'Total' });

function edit(row: number, column: string, text: string | null) {
  const input = row < 0 ? total : rows[row];
  if (input === undefined) throw new Error('no such row');
  return editOfInput(plan, { row: input, column, text }, say)?.edit ?? null;
}

const figureOf = (period: string, text: string | null) => {
  const asked = edit(1, columnOfPeriod(period), text);
  return asked?.kind === 'set-amounts' ? asked.blocks[0]?.minor[0] : 'nothing';
};

describe('what is put into a cell', () => {
  test.each([
    ['1,234.50', 123450n],
    ['1.2m', 120_000_000n],
    ['(5)', -500n],
    ['-', 0n],
    ['£12k', 1_200_000n],
  ])('%s is read in the notation of the plan', (text, minor) => {
    expect(figureOf('2027', text)).toBe(minor);
  });

  test('a cleared cell is blank, not zero', () => {
    expect(figureOf('2026', null)).toBeNull();
  });

  test('the figure that is there already asks for nothing', () => {
    expect(figureOf('2026', '100.00')).toBe('nothing');
    expect(figureOf('2027', '')).toBe('nothing');
  });

  test.each(['0.062)', 'TBC', '1.50%*', '0.001', '€5'])('%s is refused and changes nothing', (text) => {
    expect(figureOf('2026', text)).toBe('nothing');
    expect(readTyped(text, plan).ok).toBe(false);
  });

  test('sums take no figures', () => {
    expect(edit(0, columnOfPeriod('2026'), '5')).toBeNull();
    expect(edit(-1, columnOfPeriod('2026'), '5')).toBeNull();
    expect(edit(1, TOTAL_COLUMN, '5')).toBeNull();
  });

  test('title, code and kind of a line are changed by their cells', () => {
    expect(edit(1, TITLE_COLUMN, ' Long quay ')).toEqual({
      kind: 'update-line',
      id: 'a',
      changes: { title: 'Long quay' },
    });
    expect(edit(1, CODE_COLUMN, 'P1')).toMatchObject({ changes: { code: 'P1' } });
    expect(edit(1, KIND_COLUMN, 'revenue')).toMatchObject({ changes: { kind: 'revenue' } });
    expect(edit(1, KIND_COLUMN, 'neither')).toBeNull();
    expect(edit(1, TITLE_COLUMN, ' ')).toBeNull();
  });

  test('a programme is renamed in all its lines in one step', () => {
    expect(edit(0, TITLE_COLUMN, 'Harbour')).toEqual({
      kind: 'batch',
      label: 'Rename programme “Port” to “Harbour”',
      edits: ['a', 'b'].map((id) => ({ kind: 'update-line', id, changes: { programme: 'Harbour' } })),
    });
  });
});

describe('figures in cells', () => {
  const pounds = cellFormat(plan, 1);

  test('zero is a dash, blank is nothing, whole plans have no decimals', () => {
    expect([0n, null, 123400n, -500n].map((minor) => cellText(minor, pounds))).toEqual([
      '-',
      '',
      '1,234',
      '-5',
    ]);
  });

  test('one figure with pence gives all of them pence', () => {
    const pence = buildPlan({ years: 1, lines: [{ id: 'a', need: ['0.50'] }] });
    expect(cellText(123400n, cellFormat(pence, 1))).toBe('1,234.00');
  });

  test('the unit changes what is shown, never what is edited or copied', () => {
    expect(cellText(123456789n, cellFormat(plan, 1000))).toBe('1,235');
    expect(cellText(123456789n, cellFormat(plan, 1_000_000))).toBe('1.235');
    expect(fullText(123456789n, plan)).toBe('1,234,567.89');
    expect(fullText(123400n, plan)).toBe('1,234');
    expect(editText(123456789n, plan)).toBe('1234567.89');
    expect(editText(-123400n, plan)).toBe('-1234');
    expect(editText(123450n, { currency: 'EUR', locale: 'de-DE' })).toBe('1234,50');
  });

  test('what an editor starts with, and what is copied, is read as the same figure, in every locale', () => {
    for (const locale of ['en-GB', 'en-US', 'de-DE', 'fr-FR', 'ja-JP']) {
      for (const minor of [0n, -123456789n, 5n, 100n]) {
        const money = { currency: 'EUR', locale };
        expect(readTyped(fullText(minor, money), money)).toEqual({ ok: true, minor });
        expect(readTyped(editText(minor, money), money)).toEqual({ ok: true, minor });
      }
    }
  });
});

test('one copied cell is one figure, whatever program it comes from; several are none', () => {
  expect(singleFigure('1,200\r\n')).toBe('1,200');
  expect(singleFigure('"1,200"\n')).toBe('1,200');
  expect(singleFigure('1\t2')).toBeNull();
  expect(singleFigure('1\n2\n')).toBeNull();
});
