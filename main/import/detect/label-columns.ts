import type { Sheet } from '#main/excel/read/sheet.ts';
import { plain, readAsideKind, readLabelField, readLineKind } from './column-words.ts';
import type { LabelField } from './column-words.ts';
import { isEmptyColumn } from './table-frame.ts';
import type { TableFrame } from './table-frame.ts';
import type { AsideColumn, YearColumns } from './year-columns.ts';

/** A column that describes lines; `field` null is a label that is read and not used. */
export type LabelColumn = {
  readonly column: number;
  readonly header: string;
  readonly field: LabelField | null;
};

export type TableColumns = {
  readonly left: number;
  readonly right: number;
  readonly labels: readonly LabelColumn[];
  /** Columns of figures that are no years, beside the years. */
  readonly asides: readonly AsideColumn[];
};

const ROWS_SAMPLED = 400;
/** Labels may stand apart from the years by so many empty columns. */
const WIDEST_GAP = 4;

/** Finds how far a table reaches to both sides of its years, and what its other columns are. */
export function readLabelColumns(
  sheet: Sheet,
  frame: TableFrame,
  { years, asides }: YearColumns,
): TableColumns {
  const inner = [...years, ...asides].map(({ column }) => column);
  const firstYear = Math.min(...inner);
  const lastYear = Math.max(...inner);
  const rows = sampleRows(frame);
  const left = reach(sheet, frame, { from: firstYear, step: -1, bound: frame.leftBound });
  const right = rightEdge(sheet, frame, lastYear, left < firstYear);
  const profiles: Profile[] = [];
  for (let column = left; column <= right; column += 1) {
    if (!inner.includes(column)) profiles.push(profileOf(sheet, frame, column, rows));
  }
  const isLabel = ({ texts, numbers, field, header }: Profile) =>
    !['variance', 'share'].includes(readAsideKind(header) ?? '') &&
    (texts > numbers || (numbers > 0 && (field === 'code' || (header === '' && texts > 0))));
  const labels = profiles.filter((profile) => profile.filled > 0 && isLabel(profile));
  return {
    left,
    right,
    labels: chooseFields(labels, firstYear),
    asides: profiles
      .filter((profile) => !labels.includes(profile) && profile.numbers > 0)
      .map(({ column, header }) => ({ column, header, kind: readAsideKind(header) ?? 'other' })),
  };
}

type Profile = {
  readonly column: number;
  readonly header: string;
  readonly field: LabelField | null;
  readonly filled: number;
  readonly texts: number;
  readonly numbers: number;
  readonly distinct: number;
  readonly kinds: number;
};

function sampleRows({ firstRow, lastRow }: TableFrame): number[] {
  const count = lastRow - firstRow + 1;
  const step = Math.max(1, Math.ceil(count / ROWS_SAMPLED));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => firstRow + index * step);
}

type Walk = { readonly from: number; readonly step: 1 | -1; readonly bound: number };

/** Walks away from the years until an empty column; on the left it goes on over empty ones until labels are met. */
function reach(sheet: Sheet, frame: TableFrame, { from, step, bound }: Walk): number {
  const top = Math.min(...frame.headerRows);
  const bottom = Math.min(frame.lastRow, frame.firstRow + 2_000);
  let edge = from;
  let gap = 0;
  let hasLabels = false;
  for (let column = from + step; column !== bound && column >= 0 && column < sheet.columns; column += step) {
    if (isEmptyColumn(sheet, column, top, bottom)) {
      gap += 1;
      if (step === 1 || hasLabels || gap > WIDEST_GAP) break;
      continue;
    }
    gap = 0;
    edge = column;
    hasLabels ||= holdsTexts(sheet, frame, column);
  }
  return edge;
}

/** Texts between two tables name the lines of the right one, where the left one has its names on its left. */
function rightEdge(sheet: Sheet, frame: TableFrame, lastYear: number, hasLabels: boolean): number {
  let edge = reach(sheet, frame, { from: lastYear, step: 1, bound: frame.rightBound });
  const touches = frame.rightBound < sheet.columns && edge === frame.rightBound - 1;
  if (!touches || !hasLabels) return edge;
  while (edge > lastYear && holdsTexts(sheet, frame, edge)) edge -= 1;
  return edge;
}

function holdsTexts(sheet: Sheet, frame: TableFrame, column: number): boolean {
  return sampleRows(frame).some((row) => sheet.kind(row, column) === 'text');
}

function profileOf(sheet: Sheet, frame: TableFrame, column: number, rows: readonly number[]): Profile {
  const header = headerOf(sheet, frame, column);
  const values = new Set<string>();
  let [texts, numbers, kinds] = [0, 0, 0];
  for (const row of rows) {
    const kind = sheet.kind(row, column);
    if (kind === 'blank') continue;
    const text = plain(sheet.cell(row, column).text);
    if (text === '') continue;
    const isFigure = kind === 'number' || (kind === 'text' && /^[-+(]?[\d.,\s]+%?\)?$/.test(text));
    if (isFigure) numbers += 1;
    else if (kind === 'text') texts += 1;
    if (kind === 'text' && readLineKind(text) !== null) kinds += 1;
    values.add(text);
  }
  const filled = texts + numbers;
  return {
    column,
    header,
    field: readLabelField(header),
    filled,
    texts,
    numbers,
    distinct: values.size,
    kinds,
  };
}

function headerOf(sheet: Sheet, frame: TableFrame, column: number): string {
  return frame.headerRows
    .map((row) => plain(sheet.cell(row, column).text))
    .filter((text) => text !== '')
    .join(' / ');
}

/**
 * Gives each field to one column, by its header first. Without a header that says so the title is, of the columns whose
 * texts are not all alike, the last before the years: tables run from the general to the particular.
 */
function chooseFields(profiles: readonly Profile[], firstYear: number): LabelColumn[] {
  const chosen = new Map<number, LabelField>();
  const taken = new Set<LabelField>();
  const give = (profile: Profile | undefined, field: LabelField) => {
    if (profile === undefined || taken.has(field) || chosen.has(profile.column)) return;
    chosen.set(profile.column, field);
    taken.add(field);
  };
  give(
    profiles.find(({ kinds, texts }) => kinds > 0 && kinds * 10 >= texts * 9),
    'kind',
  );
  give(
    findMostVaried(profiles.filter(({ column, field }) => field === 'title' && !chosen.has(column))),
    'title',
  );
  for (const profile of profiles) {
    if (profile.field !== null && !['programme', 'title', 'code'].includes(profile.field))
      give(profile, profile.field);
  }
  const title = [...chosen].find(([, field]) => field === 'title')?.[0] ?? firstYear;
  const codes = profiles.filter(({ field }) => field === 'code');
  give(codes.findLast(({ column }) => column < title) ?? codes[0], 'code');
  const free = profiles.filter(
    ({ column, texts, field }) => !chosen.has(column) && texts > 0 && (field === null || field === 'title'),
  );
  const before = free.filter(({ column }) => column < firstYear);
  give(findMostVaried(before.length > 0 ? before : free), 'title');
  for (const profile of profiles) if (profile.field === 'programme') give(profile, 'programme');
  give(
    findMostVaried(profiles.filter(({ column, texts }) => !chosen.has(column) && texts > 0)),
    taken.has('title') ? 'programme' : 'title',
  );
  promote(chosen, taken);
  return profiles.map(({ column, header }) => ({ column, header, field: chosen.get(column) ?? null }));
}

/** The last of those with the most different texts; small differences do not count. */
function findMostVaried(profiles: readonly Profile[]): Profile | undefined {
  const most = Math.max(0, ...profiles.map(({ distinct }) => distinct));
  return profiles.findLast(({ distinct }) => distinct * 2 >= most);
}

/** A table always has titles: where only a programme or a source was named, those are the titles. */
function promote(chosen: Map<number, LabelField>, taken: ReadonlySet<LabelField>): void {
  if (taken.has('title')) return;
  for (const field of ['programme', 'source', 'owner', 'code', 'note'] as const) {
    const entry = [...chosen].find(([, value]) => value === field);
    if (entry === undefined) continue;
    chosen.set(entry[0], 'title');
    return;
  }
}
