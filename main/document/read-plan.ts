import type { DatabaseSync } from 'node:sqlite';
import { basename } from 'node:path';
import { allocationId, makeAllocationTable, type Allocation } from '#shared/plan/allocation.ts';
import { makeAxis, type YearAxis } from '#shared/plan/axis.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { parseEdit } from '#shared/plan/edit-schema.ts';
import type { Line, LineDetails } from '#shared/plan/line.ts';
import type { Plan, PlanDetails } from '#shared/plan/plan.ts';
import { blankSeries } from '#shared/plan/series.ts';
import type { Certainty, Source, SourceDetails } from '#shared/plan/source.ts';
import { makeTable } from '#shared/plan/table.ts';
import { fromRow, type Columns } from './column.ts';
import { DocumentError } from './document-error.ts';
import { ALLOCATION_COLUMNS, LINE_COLUMNS, PLAN_COLUMNS, SOURCE_COLUMNS } from './plan-columns.ts';
import { readAmounts, readCertainty, type OwnedSeries } from './read-amounts.ts';
import { readRecords } from './record-rows.ts';

/**
 * Reads the whole plan. What the file holds comes from outside: each row is parsed by the schema of the edit that would
 * write it, and the first that is not valid is named.
 * @throws DocumentError
 */
export function readPlan(db: DatabaseSync, path: string): Plan {
  const parts = createParts(db, path);
  const axis = readAxis(db);
  const amounts = readAmounts(db, axis) ?? parts.refuse('amounts');
  const certainty = readCertainty(db, axis) ?? parts.refuse('certainty');
  const { id, details } = parts.readDetails();
  const seriesOf = seriesReader(axis, amounts);
  const plan: Plan = {
    ...details,
    id,
    axis,
    lines: makeTable(parts.readLines(seriesOf)),
    sources: makeTable(parts.readSources(seriesOf, certaintyReader(axis, certainty))),
    allocations: makeAllocationTable(parts.readAllocations(seriesOf)),
    ...parts.readReview(),
  };
  const stray = plan.allocations.rows.find(
    ({ line, source }) => !plan.lines.at.has(line) || !plan.sources.at.has(source),
  );
  return stray === undefined ? plan : parts.refuse(`allocations.${stray.id}`);
}

type SeriesReader = (key: unknown, measure: string) => ReturnType<typeof blankSeries>;
type LevelReader = (key: unknown) => readonly (Certainty | null)[];

function seriesReader(axis: YearAxis, amounts: ReadonlyMap<bigint, OwnedSeries>): SeriesReader {
  const blank = blankSeries(axis.periods.length);
  return (key, measure) => (typeof key === 'bigint' ? (amounts.get(key)?.get(measure) ?? blank) : blank);
}

function certaintyReader(
  axis: YearAxis,
  certainty: ReadonlyMap<bigint, readonly (Certainty | null)[]>,
): LevelReader {
  const unknown = Array<Certainty | null>(axis.periods.length).fill(null);
  return (key) => (typeof key === 'bigint' ? (certainty.get(key) ?? unknown) : unknown);
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

/** Readers of the plan's parts that refuse what does not fit, naming the table and the row. */
function createParts(db: DatabaseSync, path: string) {
  const refuse = (where: string): never => {
    throw new DocumentError('damaged', {
      id: 'document.not-valid',
      values: { file: basename(path), where },
    });
  };
  const check = <Kind extends Edit['kind']>(kind: Kind, fields: object, where: string): EditOf<Kind> => {
    const read = parseEdit({ kind, ...fields });
    // parseEdit answers an edit of the kind it was given.
    return read.ok ? (read.edit as EditOf<Kind>) : refuse(where);
  };
  const rowsOf = (table: string, columns: Columns<string>) =>
    db
      .prepare(`SELECT * FROM ${table} ORDER BY rank`)
      .all()
      .map((row) => ({ key: row['key'], id: String(row['id']), fields: fromRow(row, columns) }));
  return {
    refuse,
    readDetails: () => {
      const row = db.prepare('SELECT * FROM plan').get() ?? refuse('plan');
      const { changes } = check('set-plan', { changes: fromRow(row, PLAN_COLUMNS) }, 'plan');
      // Every column was there, so the partial details are whole.
      return { id: String(row['id']), details: changes as PlanDetails };
    },
    readLines: (seriesOf: SeriesReader): Line[] =>
      rowsOf('lines', LINE_COLUMNS).map(({ key, id, fields }) => {
        const { changes } = check('update-line', { id, changes: fields }, `lines.${id}`);
        const [need, actual] = [seriesOf(key, 'need'), seriesOf(key, 'actual')];
        const [risk, bias] = [seriesOf(key, 'risk'), seriesOf(key, 'bias')];
        // Every column was there, so the partial details are whole.
        return { ...(changes as LineDetails), id, need, actual, risk, bias };
      }),
    readSources: (seriesOf: SeriesReader, levelsOf: LevelReader): Source[] =>
      rowsOf('sources', SOURCE_COLUMNS).map(({ key, id, fields }) => {
        const { changes } = check('update-source', { id, changes: fields }, `sources.${id}`);
        const [award, drawn] = [seriesOf(key, 'award'), seriesOf(key, 'drawn')];
        // Every column was there, so the partial details are whole.
        return { ...(changes as SourceDetails), id, award, drawn, certainty: levelsOf(key) };
      }),
    readAllocations: (seriesOf: SeriesReader): Allocation[] =>
      rowsOf('allocations', ALLOCATION_COLUMNS).map(({ key, id, fields }) => {
        const [line, source] = [String(fields['line']), String(fields['source'])];
        const matchFor = typeof fields['matchFor'] === 'string' ? fields['matchFor'] : null;
        if (id !== allocationId(line, source, matchFor)) return refuse(`allocations.${id}`);
        return { id, line, source, matchFor, amounts: seriesOf(key, 'allocation') };
      }),
    readReview: () => {
      const { comments, acceptances, signOffs } = readRecords(db);
      return {
        comments: comments.map((comment) => check('comment', { comment }, 'comments').comment),
        acceptances: acceptances.map(
          (acceptance) => check('accept', { acceptance }, 'acceptances').acceptance,
        ),
        signOffs: signOffs.map((signOff) => check('sign', { signOff }, 'sign_offs').signOff),
      };
    },
  };
}
