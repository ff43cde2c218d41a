import type { DatabaseSync } from 'node:sqlite';
import type { Plan } from '#shared/plan/plan.ts';
import { columnNames, fromRow, toRow, type Columns } from './column.ts';
import { ACCEPTANCE_COLUMNS, COMMENT_COLUMNS, SIGN_OFF_COLUMNS } from './plan-columns.ts';

/** Prepares the writing of comments, acceptances and sign-offs, which are only ever added to. */
export function createRecordWriter(db: DatabaseSync): (before: Plan | null, after: Plan) => void {
  const addComments = createAdder(db, 'comments', COMMENT_COLUMNS);
  const addAcceptances = createAdder(db, 'acceptances', ACCEPTANCE_COLUMNS);
  const addSignOffs = createAdder(db, 'sign_offs', SIGN_OFF_COLUMNS);
  return (before, after) => {
    addComments(after.comments.slice(before?.comments.length ?? 0));
    addAcceptances(after.acceptances.slice(before?.acceptances.length ?? 0));
    addSignOffs(after.signOffs.slice(before?.signOffs.length ?? 0));
  };
}

function createAdder<Field extends string>(db: DatabaseSync, table: string, columns: Columns<Field>) {
  const names = columnNames(columns);
  const insert = db.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  return (records: readonly Readonly<Partial<Record<NoInfer<Field>, unknown>>>[]): void => {
    for (const record of records) insert.run(...toRow(record, columns));
  };
}

/** Reads the review records in the order in which they were made. */
export function readRecords(db: DatabaseSync) {
  return {
    comments: readTable(db, 'comments', COMMENT_COLUMNS, ['replyTo', 'resolved']),
    acceptances: readTable(db, 'acceptances', ACCEPTANCE_COLUMNS, ['withdraws']),
    signOffs: readTable(db, 'sign_offs', SIGN_OFF_COLUMNS, ['withdraws']),
  };
}

/** An optional field that is null in the file is absent in the plan. */
function readTable(
  db: DatabaseSync,
  table: string,
  columns: Columns<string>,
  optional: readonly string[],
): Record<string, unknown>[] {
  return db
    .prepare(`SELECT * FROM ${table} ORDER BY number`)
    .all()
    .map((row) => {
      const record = fromRow(row, columns);
      const kept = Object.entries(record).filter(
        ([field, value]) => value !== null || !optional.includes(field),
      );
      return Object.fromEntries(kept);
    });
}
