import type { DatabaseSync } from 'node:sqlite';
import { makeAxis, type PeriodKey } from '#shared/plan/axis.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { changesOf } from '#shared/review/edit-changes.ts';
import { leavesOf } from '#shared/review/edit-leaves.ts';
import { addChangedRows } from '../changed-rows.ts';
import { decodeEdits } from '../journal-edits.ts';
import { encodeSummary } from '../journal-summary.ts';
import { currentPeriods, encodeYears } from '../journal-years.ts';

const UNCHANGED = [
  'document',
  'plan',
  'years',
  'lines',
  'sources',
  'allocations',
  'amounts',
  'certainty',
  'comments',
  'acceptances',
  'sign_offs',
  'imports',
  'provenance',
] as const;

/**
 * Copies the rows of a plan of version 1, attached as `old`, into the tables of version 2. What version 2 says of each
 * step besides (what it changed, in which rows, the years before it) comes from the step's own edit and inverse.
 * @throws UnreadableStep
 */
export function migrate1To2(db: DatabaseSync): void {
  for (const table of UNCHANGED) db.exec(`INSERT INTO main.${table} SELECT * FROM old.${table}`);
  db.exec(
    'INSERT INTO main.versions (number, name, kind, seq, made_by, made_at, note, snapshot) ' +
      "SELECT number, name, 'named', seq, made_by, made_at, note, snapshot FROM old.versions",
  );
  copyJournal(db);
}

/** From the newest step back, since only the years of today are known; each step that set others tells those before it. */
function copyJournal(db: DatabaseSync): void {
  const put = db.prepare(
    'INSERT INTO main.journal (seq, at, who, action, kind, label, hash, undoes, undone_by, years_before, summary, ' +
      'edit, inverse) SELECT seq, at, who, action, kind, label, hash, undoes, undone_by, ?, ?, edit, inverse ' +
      'FROM old.journal WHERE seq = ?',
  );
  const edits = db.prepare('SELECT edit, inverse FROM old.journal WHERE seq = ?');
  let periods = currentPeriods(db);
  for (const row of db.prepare('SELECT seq FROM old.journal ORDER BY seq DESC').all()) {
    const seq = Number(row['seq']);
    const { edit, inverse } = decodeEdits(edits.get(seq), seq);
    periods = yearsSetBy(inverse) ?? periods;
    const changes = changesOf(edit, inverse, { origin: originOfEdit(seq), periods });
    put.run(encodeYears(changes), encodeSummary(changes), seq);
    addChangedRows(db, seq, changes);
  }
}

/** The periods that an edit leaves the plan with; null when it sets none. */
function yearsSetBy(edit: Edit | null): readonly PeriodKey[] | null {
  const leaves = edit === null ? [] : leavesOf(edit, 0);
  const last = leaves.findLast(({ kind }) => kind === 'set-years');
  return last?.kind === 'set-years' ? makeAxis(last.years, last.before, last.later).periods : null;
}
