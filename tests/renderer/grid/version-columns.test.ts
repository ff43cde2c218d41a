import { describe, expect, test } from 'vitest';
import { makeSay } from '#renderer/app/texts.ts';
import { makeRowBuilder } from '#renderer/grid/build-rows.ts';
import { columnOfPeriod, TOTAL_COLUMN } from '#renderer/grid/column-names.ts';
import { describeFocus } from '#renderer/grid/describe-focus.ts';
import { goneRows, withGoneRows } from '#renderer/grid/gone-rows.ts';
import type { GridRow } from '#renderer/grid/grid-row.ts';
import { newestOfKind } from '#renderer/grid/newest-version.ts';
import {
  columnOfVersion,
  outsideNote,
  type ShownVersion,
  versionFigure,
  versionOfColumn,
} from '#renderer/grid/shown-version.ts';
import { makeVersionFigures } from '#renderer/grid/version-figures.ts';
import type { GridMeasure } from '#renderer/store/view-store.ts';
import type { VersionInfo } from '#shared/api/history-api.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const WORDS = { noProgramme: 'No programme', total: 'Total' };

const original = buildPlan({
  years: 3,
  firstYear: 2025,
  lines: [
    { id: 'a', title: 'Retrofit', programme: 'Homes', need: ['10', '100', '200'] },
    { id: 'gone', title: 'Depot', programme: 'Homes', need: [null, '7', null] },
    { id: 'b', title: 'Skills', programme: 'Jobs', need: [null, null, '50'] },
  ],
  sources: [{ id: 's', name: 'Grant' }],
  allocations: [{ line: 'a', source: 's', amounts: [null, '60', '80'] }],
});
const current = buildPlan({
  years: 2,
  lines: [
    { id: 'a', title: 'Retrofit', programme: 'Homes', need: ['120', '200'] },
    { id: 'b', title: 'Skills', programme: 'Homes', need: ['5', '50'] },
    { id: 'new', title: 'Depot two', programme: 'Jobs', need: ['1', null] },
  ],
  sources: [{ id: 's', name: 'Grant' }],
  allocations: [{ line: 'a', source: 's', amounts: ['60', '90'] }],
});

const formats = makeFormats(current);
const say = makeSay(formats);
const info = (number: number, kind: VersionInfo['kind']): VersionInfo => ({
  number,
  name: `Version ${number}`,
  kind,
  note: '',
  by: 'A. Officer',
  at: '2026-11-22T10:00:00.000Z',
  seq: number,
});
const shown = (plan: Plan, measure: GridMeasure): ShownVersion => ({
  kind: 'original',
  info: info(1, 'original'),
  plan,
  figuresOf: makeVersionFigures(plan, measure),
});

function rowsOf(measure: GridMeasure) {
  const built = makeRowBuilder()(current, { measure, grouping: 'programme', folded: new Set() }, WORDS);
  const gone = goneRows({ at: current.lines.at, axis: current.axis }, [shown(original, measure)], say);
  return withGoneRows(built, gone);
}

/** What a version's columns show beside each row: the title, the two years, the total. */
function beside(measure: GridMeasure): string[] {
  const { rows, total } = rowsOf(measure);
  const version = shown(original, measure);
  const columns = [columnOfPeriod('2026'), columnOfPeriod('2027'), TOTAL_COLUMN];
  const text = (row: GridRow) => columns.map((column) => String(versionFigure(version, row, column)));
  return [...rows, total].map((row) => `${row.title}: ${text(row).join(' ')}`);
}

describe('the columns of a version beside those of the plan', () => {
  test('show its need by line, by the programmes it had, and for all of its lines', () => {
    expect(beside('need')).toEqual([
      'Homes: 10700 20000 31700',
      'Retrofit: 10000 20000 31000',
      'Skills: null 5000 5000',
      'Jobs: null 5000 5000',
      'Depot two: undefined undefined undefined',
      'Depot (no longer in the plan): 700 null 700',
      'Total: 10700 25000 36700',
    ]);
  });

  test('show its funding by line and source', () => {
    expect(beside('funding')).toEqual([
      'Homes: 6000 8000 14000',
      'Retrofit: 6000 8000 14000',
      'Grant: 6000 8000 14000',
      'Skills: null null null',
      'Jobs: null null null',
      'Depot two: undefined undefined undefined',
      'Depot (no longer in the plan): null null null',
      'Total: 6000 8000 14000',
    ]);
  });

  test('show its gap, which no funding beyond need makes smaller', () => {
    expect(beside('gap').at(-1)).toBe('Total: 4700 17000 22700');
  });

  test('are known by their names', () => {
    const column = columnOfVersion('approved', columnOfPeriod('2026'));
    expect(versionOfColumn(column)).toEqual({ kind: 'approved', column: columnOfPeriod('2026') });
    expect(versionOfColumn(columnOfPeriod('2026'))).toBeNull();
    expect(versionFigure(shown(original, 'need'), rowsOf('need').total, 'title')).toBeUndefined();
  });

  test('say which of its years the plan no longer has, when there are amounts in them', () => {
    const note = outsideNote([shown(original, 'need')], current.axis, { say, year: formats.year });
    expect(note === null ? null : say(note)).toBe(
      'Original also has amounts in 2025/26, which the plan no longer has. They are in its total.',
    );
    // Its funding has nothing in that year.
    expect(outsideNote([shown(original, 'funding')], current.axis, { say, year: formats.year })).toBeNull();
    expect(outsideNote([shown(current, 'need')], current.axis, { say, year: formats.year })).toBeNull();
  });

  test('tell the figure in focus with the name of the version', () => {
    const versions = [shown(original, 'need')];
    const [row] = rowsOf('need').rows.filter(({ title }) => title === 'Retrofit');
    if (row === undefined) throw new Error('No row');
    const column = columnOfVersion('original', columnOfPeriod('2026'));
    const message = describeFocus(current, { row, column, versions, formats, say });
    expect(message === null ? null : say(message)).toBe('Retrofit, 2026/27, Version 1: £100');
    const [fresh] = rowsOf('need').rows.filter(({ title }) => title === 'Depot two');
    if (fresh === undefined) throw new Error('No row');
    const blank = describeFocus(current, { row: fresh, column, versions, formats, say });
    expect(blank === null ? null : say(blank)).toBe('Depot two, 2026/27, Version 1: blank');
  });

  test('are those of the newest version of a kind', () => {
    const versions = [info(3, 'named'), info(1, 'original'), info(4, 'original'), info(2, 'approved')];
    expect(newestOfKind(versions, 'original')?.number).toBe(4);
    expect(newestOfKind(versions, 'approved')?.number).toBe(2);
    expect(newestOfKind([], 'approved')).toBeUndefined();
  });
});
