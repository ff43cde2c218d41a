import type { Sheet } from '#main/excel/read/sheet.ts';
import { parseScaleWords } from '#shared/money/scale-words.ts';
import { isPeriodTotal, isSubPeriod, plain, readAsideKind } from './column-words.ts';
import type { AsideKind } from './column-words.ts';
import { isCountingRow } from './table-frame.ts';
import type { TableFrame } from './table-frame.ts';
import type { YearHeading } from './year-heading.ts';

/** A column of amounts of one year. */
export type YearColumn = {
  readonly column: number;
  /** Its header texts from top to bottom, joined by ` / `. */
  readonly header: string;
  readonly heading: YearHeading;
  /** The words beside the year: `Proposed`, `Ansatz`, `net expenditure`; empty when there are none. */
  readonly measure: string;
};

/** A column below a year that is none of its amounts. */
export type AsideColumn = { readonly column: number; readonly header: string; readonly kind: AsideKind };

export type YearColumns = {
  readonly years: readonly YearColumn[];
  readonly asides: readonly AsideColumn[];
  /** Years that are given by halves or quarters only, without a total. */
  readonly hasOpenParts: boolean;
};

type Spread = {
  readonly column: number;
  readonly heading: YearHeading;
  readonly group: number;
  readonly below: string;
  readonly own: string;
  /** Words over groups of years, as `Budget` over three years and `Actual` over the same three. */
  readonly above: string;
};

/**
 * Reads the columns of years from a header of one or several rows: a year over several columns spreads over them, the rows
 * below tell parts of the year, measures and units. Of halves or quarters with a total a year keeps the total alone.
 */
export function readYearColumns(sheet: Sheet, frame: TableFrame): YearColumns {
  const spreads = spreadHeadings(sheet, frame);
  const years: YearColumn[] = [];
  const asides: AsideColumn[] = [];
  let hasOpenParts = false;
  for (const members of groupBy(spreads)) {
    const parts = members.filter(({ below }) => isSubPeriod(below));
    const totals = members.filter(
      ({ below, own }) => isPeriodTotal(below) || (below === '' && isPeriodTotal(own)),
    );
    if (parts.length > 0 && totals.length === 0) hasOpenParts = true;
    for (const member of members) {
      const header = headerText(sheet, frame, member);
      const kind = asideKindOf(member, parts, totals);
      if (kind !== null) asides.push({ column: member.column, header, kind });
      else years.push({ column: member.column, header, heading: member.heading, measure: measureOf(member) });
    }
  }
  return { years, asides, hasOpenParts };
}

function asideKindOf(member: Spread, parts: readonly Spread[], totals: readonly Spread[]): AsideKind | null {
  if (parts.includes(member) && totals.length > 0) return 'sub-period';
  if (totals.includes(member)) return null;
  const over = readAsideKind(member.above);
  return readAsideKind(member.below) ?? (over === 'variance' || over === 'share' ? over : null);
}

function measureOf({ heading, below, own, above }: Spread): string {
  const words = [above, own, isPeriodTotal(below) ? '' : below].filter((text) => text !== '').join(' ');
  return heading.kind === 'transition' ? '' : words;
}

function groupBy(spreads: readonly Spread[]): Spread[][] {
  const groups = new Map<string, Spread[]>();
  for (const spread of spreads) {
    const { heading } = spread;
    const key = heading.kind === 'year' ? String(heading.year.first) : heading.kind;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [spread]);
    else group.push(spread);
  }
  return [...groups.values()];
}

function spreadHeadings(sheet: Sheet, frame: TableFrame): Spread[] {
  const below = frame.headerRows.filter((row) => row > frame.yearRow && !isCountingRow(sheet, row));
  const groups = readGroupsAbove(sheet, frame);
  return frame.headings.flatMap((cell, group) => {
    const next = frame.headings[group + 1]?.column ?? frame.rightBound;
    const merged = mergedRight(sheet, frame.yearRow, cell.column);
    const spreads: Spread[] = [];
    for (let column = cell.column; column < next; column += 1) {
      const isFirst = column === cell.column;
      const words = below.map((row) => wordsAt(sheet, row, column)).filter((text) => text !== '');
      const continues =
        column <= merged || (words.length > 0 && sheet.kind(frame.yearRow, column) === 'blank');
      if (!isFirst && (!continues || words.length === 0)) break;
      const above = groups.get(column) ?? '';
      spreads.push({
        column,
        heading: cell.heading,
        group,
        below: words.join(' '),
        own: cell.heading.words,
        above,
      });
    }
    return spreads;
  });
}

/**
 * The words over the years by column: a text stands over all columns up to the next one. Words count only where there are
 * several over the same years; one alone is a title.
 */
function readGroupsAbove(sheet: Sheet, frame: TableFrame): Map<number, string> {
  const columns = frame.headings.map(({ column }) => column);
  const [first = 0, last = 0] = [columns[0], columns.at(-1)];
  const names = frame.headings.map(({ heading }) => JSON.stringify(heading));
  const found = new Map<number, string>();
  if (new Set(names).size === names.length) return found;
  for (const row of frame.headerRows.filter((above) => above < frame.yearRow)) {
    const starts = columns.filter((column) => wordsAt(sheet, row, column) !== '');
    if (starts.length < 2) continue;
    for (let column = first; column <= last; column += 1) {
      const start = starts.findLast((at) => at <= column);
      const words = start === undefined ? '' : wordsAt(sheet, row, start);
      if (words !== '') found.set(column, [found.get(column) ?? '', words].join(' ').trim());
    }
  }
  return found;
}

/** A header text without the words that state a scale: `£000` below a year is no measure. */
function wordsAt(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cell(row, column);
  if (cell.kind !== 'text') return '';
  const text = plain(cell.text);
  const scale = parseScaleWords(text);
  return scale === null ? text : plain(text.replace(scale.phrase, ' ').replace(/\(\s*\)/g, ' '));
}

function mergedRight(sheet: Sheet, row: number, column: number): number {
  const merge = sheet.merges.find(({ top, left }) => top === row && left === column);
  return merge?.right ?? column;
}

function headerText(sheet: Sheet, frame: TableFrame, { column, group, above }: Spread): string {
  const texts = frame.headerRows.map((row) =>
    row === frame.yearRow
      ? sheet.cell(row, frame.headings[group]?.column ?? column).text
      : sheet.cell(row, column).text,
  );
  const own = texts.map(plain).filter((text) => text !== '');
  return (above === '' || own.includes(above) ? own : [above, ...own]).join(' / ');
}
