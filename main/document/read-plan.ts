import type { DatabaseSync } from 'node:sqlite';
import { basename } from 'node:path';
import { allocationId, makeAllocationTable, type Allocation } from '#shared/plan/allocation.ts';
import { makeAxis, type YearAxis } from '#shared/plan/axis.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { refuseYears } from '#shared/plan/edits/set-years.ts';
import { referenceErrors } from '#shared/plan/json/plan-errors.ts';
import type { Line, LineDetails } from '#shared/plan/line.ts';
import type { Plan, PlanDetails } from '#shared/plan/plan.ts';
import { blankSeries, type Series } from '#shared/plan/series.ts';
import type { Certainty, Source, SourceDetails } from '#shared/plan/source.ts';
import { makeTable } from '#shared/plan/table.ts';
import { fromRow, type Columns } from './column.ts';
import { DocumentError } from './document-error.ts';
import { ALLOCATION_COLUMNS, LINE_COLUMNS, PLAN_COLUMNS, SOURCE_COLUMNS } from './plan-columns.ts';
import { readAmounts, readCertainty, seriesKey } from './read-amounts.ts';
import { readRecords } from './record-rows.ts';
import { isRank, type OrderedTable } from './row-order.ts';
import { parseStoredEdit } from './stored-json.ts';

/**
 * Reads the whole plan. What the file holds comes from outside: each row is parsed by the schema of the edit that would
 * write it, nothing may belong to a row or name a part that is not there, and the first that is not valid is named.
 * @throws DocumentError
 */
export function readPlan(db: DatabaseSync, path: string): Plan {
  const file = { db, path };
  const axis = readAxis(db);
  if (refuseYears(axis.years) !== null) refuse(file, 'years');
  const series = readAmounts(db, axis) ?? refuse(file, 'amounts');
  const levels = readCertainty(db, axis) ?? refuse(file, 'certainty');
  const { id, details } = readDetails(file);
  const seriesOf = seriesReader(axis, series);
  const plan: Plan = {
    ...details,
    id,
    axis,
    lines: makeTable(readLines(file, seriesOf)),
    sources: makeTable(readSources(file, seriesOf, certaintyReader(axis, levels))),
    allocations: makeAllocationTable(readAllocations(file, seriesOf)),
    ...readReview(file),
  };
  // What no row has taken belongs to none.
  if (series.size > 0) refuse(file, 'amounts');
  if (levels.size > 0) refuse(file, 'certainty');
  const [dangling] = referenceErrors(plan);
  return dangling === undefined ? plan : refuse(file, dangling.path);
}

type SeriesReader = (key: unknown, measure: string) => Series;
type LevelReader = (key: unknown) => readonly (Certainty | null)[];

function seriesReader(axis: YearAxis, series: Map<string, Series>): SeriesReader {
  const blank = blankSeries(axis.periods.length);
  return (key, measure) => takeOut(series, seriesKey(key, measure)) ?? blank;
}

function certaintyReader(axis: YearAxis, levels: Map<unknown, readonly (Certainty | null)[]>): LevelReader {
  const unknown = Array<Certainty | null>(axis.periods.length).fill(null);
  return (key) => takeOut(levels, key) ?? unknown;
}

function takeOut<Key, Value>(found: Map<Key, Value>, key: Key): Value | undefined {
  const value = found.get(key);
  found.delete(key);
  return value;
}

function readAxis(db: DatabaseSync): YearAxis {
  const periods = db
    .prepare('SELECT year FROM years ORDER BY rank')
    .all()
    .map((row) => String(row['year']));
  const years = periods.filter((period) => period !== 'before' && period !== 'later');
  return makeAxis(years, periods.includes('before'), periods.includes('later'));
}

type EditOf<Kind extends Edit['kind']> = Extract<Edit, { readonly kind: Kind }>;

/** The open file, and what it says of a part that does not fit. */
type PlanFile = { readonly db: DatabaseSync; readonly path: string };

function refuse({ path }: PlanFile, where: string): never {
  const values = { file: basename(path), where };
  throw new DocumentError('damaged', { id: 'document.not-valid', values });
}

/** Parses fields by the schema of the edit that would write them. */
function check<Kind extends Edit['kind']>(
  file: PlanFile,
  edit: { readonly kind: Kind },
  where: string,
): EditOf<Kind> {
  const read = parseStoredEdit(edit);
  // An edit is answered of the kind it was given.
  return read.ok ? (read.edit as EditOf<Kind>) : refuse(file, where);
}

function readDetails(file: PlanFile): { readonly id: string; readonly details: PlanDetails } {
  const [row, ...others] = file.db.prepare('SELECT * FROM plan LIMIT 2').all();
  if (row === undefined || row['id'] === '' || others.length > 0) return refuse(file, 'plan');
  const edit = { kind: 'set-plan', changes: fromRow(row, PLAN_COLUMNS) } as const;
  // Every column was there, so the partial details are whole.
  return { id: String(row['id']), details: check(file, edit, 'plan').changes as PlanDetails };
}

function readLines(file: PlanFile, seriesOf: SeriesReader): Line[] {
  return readRows(file, 'lines', LINE_COLUMNS).map(({ key, id, changes }) => {
    const edit = { kind: 'update-line', id, changes } as const;
    const [need, actual] = [seriesOf(key, 'need'), seriesOf(key, 'actual')];
    const [risk, bias] = [seriesOf(key, 'risk'), seriesOf(key, 'bias')];
    // Every column was there, so the partial details are whole.
    const details = check(file, edit, `lines.${id}`).changes as LineDetails;
    return { ...details, id, need, actual, risk, bias };
  });
}

function readSources(file: PlanFile, seriesOf: SeriesReader, levelsOf: LevelReader): Source[] {
  return readRows(file, 'sources', SOURCE_COLUMNS).map(({ key, id, changes }) => {
    const edit = { kind: 'update-source', id, changes } as const;
    const [award, drawn] = [seriesOf(key, 'award'), seriesOf(key, 'drawn')];
    // Every column was there, so the partial details are whole.
    const details = check(file, edit, `sources.${id}`).changes as SourceDetails;
    return { ...details, id, award, drawn, certainty: levelsOf(key) };
  });
}

function readAllocations(file: PlanFile, seriesOf: SeriesReader): Allocation[] {
  return readRows(file, 'allocations', ALLOCATION_COLUMNS).map(({ key, id, changes }) => {
    const [line, source] = [String(changes['line']), String(changes['source'])];
    const matchFor = typeof changes['matchFor'] === 'string' ? changes['matchFor'] : null;
    if (id !== allocationId(line, source, matchFor)) return refuse(file, `allocations.${id}`);
    return { id, line, source, matchFor, amounts: seriesOf(key, 'allocation') };
  });
}

function readReview(file: PlanFile): Pick<Plan, 'comments' | 'acceptances' | 'signOffs'> {
  const { comments, acceptances, signOffs } = readRecords(file.db);
  return {
    comments: comments.map((comment) => check(file, recordEdit('comment', { comment }), 'comments').comment),
    acceptances: acceptances.map(
      (acceptance) => check(file, recordEdit('accept', { acceptance }), 'acceptances').acceptance,
    ),
    signOffs: signOffs.map((signOff) => check(file, recordEdit('sign', { signOff }), 'sign_offs').signOff),
  };
}

function recordEdit<Kind extends Edit['kind']>(kind: Kind, record: object): { readonly kind: Kind } {
  return { kind, ...record };
}

/** Ids may come twice where an index is not what it should be, and ranks be such that none fits between. */
function readRows(file: PlanFile, table: OrderedTable, columns: Columns<string>) {
  const seen = new Set<string>();
  return file.db
    .prepare(`SELECT * FROM ${table} ORDER BY rank`)
    .all()
    .map((row) => {
      const id = String(row['id']);
      if (seen.has(id) || !isRank(row['rank'])) return refuse(file, `${table}.${id}`);
      seen.add(id);
      return { key: row['key'], id, changes: fromRow(row, columns) };
    });
}
