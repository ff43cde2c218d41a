import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { NamedRow } from './history-filter.ts';

/** A longer summary was not written by this program; the step's own edit is read in its place. */
const MOST_SUMMARY_BYTES = 131_072;
/** Nor was longer text on a row. */
const FITTING_ROW = 'octet_length(touched.changes) <= 1048576';
/** Of a longer name or label the beginning is shown. */
export const LONGEST_NAME = 500;

/** Steps before a sequence number, of one person or all, that changed every one of these rows. */
export type StepQuery = {
  readonly before: number;
  readonly who: string | null;
  readonly rows: readonly NamedRow[];
};
export type StepRow = Readonly<Record<string, SQLOutputValue>>;

const COLUMNS =
  `journal.seq AS seq, at, substr(who, 1, ${LONGEST_NAME}) AS who, action, journal.kind AS kind, ` +
  `substr(label, 1, ${LONGEST_NAME}) AS label, undone_by, ` +
  `CASE WHEN octet_length(summary) <= ${MOST_SUMMARY_BYTES} THEN summary END AS summary, ` +
  'octet_length(edit) + ifnull(octet_length(inverse), 0) AS bytes';

/** Finds steps, newest first, one after the other as they are asked for. */
export function findSteps(db: DatabaseSync, query: StepQuery): Iterable<StepRow> {
  const { sql, values } = stepsStatement(query);
  return db.prepare(sql).iterate(...values);
}

/**
 * The statement behind `findSteps`. Steps of a row, and those of a person, are found by indexes that stand in the order
 * of the steps, so that nothing is sorted and no other step is looked at.
 */
export function stepsStatement({ before, who, rows }: StepQuery): {
  readonly sql: string;
  readonly values: readonly (string | number)[];
} {
  const [first, ...others] = rows;
  // CROSS JOIN keeps SQLite from reading the journal first.
  const [tables, order] =
    first === undefined
      ? ['journal', 'journal.seq']
      : ['journal_rows AS touched CROSS JOIN journal ON journal.seq = touched.seq', 'touched.seq'];
  const ofRow = first === undefined ? 'NULL' : `CASE WHEN ${FITTING_ROW} THEN touched.changes END`;
  const conditions = [
    `${order} < ?`,
    ...(first === undefined ? [] : ['touched.kind = ?', 'touched.id = ?']),
    ...others.map(() => ALSO_CHANGED),
    ...(who === null ? [] : ['who = ?']),
  ];
  return {
    sql: `SELECT ${COLUMNS}, ${ofRow} AS of_row FROM ${tables} WHERE ${conditions.join(' AND ')} ORDER BY ${order} DESC`,
    values: [before, ...rows.flatMap(({ kind, id }) => [kind, id]), ...(who === null ? [] : [who])],
  };
}

const ALSO_CHANGED =
  'EXISTS (SELECT 1 FROM journal_rows AS other WHERE other.kind = ? AND other.id = ? AND other.seq = journal.seq)';
