import type { DatabaseSync } from 'node:sqlite';
import { makeAxis, type PeriodKey } from '#shared/plan/axis.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { changesOf } from '#shared/review/edit-changes.ts';
import { leavesOf } from '#shared/review/edit-leaves.ts';
import { addChangedRows } from '../changed-rows.ts';
import type { StepRow } from '../find-steps.ts';
import { decodeEdits, PACKED_EDITS, UnreadableStep } from '../journal-edits.ts';
import { summarise } from '../journal-summary.ts';
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
 * step besides (what it changed, in which rows, the years before it) comes from the step's own edit and inverse. Answers
 * how many steps hold no edit that can be read: nothing is said of what they changed, and they are copied as they are.
 */
export function migrate1To2(db: DatabaseSync): number {
  for (const table of UNCHANGED) db.exec(`INSERT INTO main.${table} SELECT * FROM old.${table}`);
  db.exec(
    'INSERT INTO main.versions (number, name, kind, seq, made_by, made_at, note, snapshot) ' +
      "SELECT number, name, 'named', seq, made_by, made_at, note, snapshot FROM old.versions",
  );
  return copyJournal(db);
}

/** From the newest step back, since only the years of today are known; each step that set others tells those before it. */
function copyJournal(db: DatabaseSync): number {
  const put = db.prepare(
    'INSERT INTO main.journal (seq, at, who, action, kind, label, hash, undoes, undone_by, years_before, summary, ' +
      'edit, inverse) SELECT seq, at, who, action, kind, label, hash, undoes, undone_by, ?, ?, edit, inverse ' +
      'FROM old.journal WHERE seq = ?',
  );
  const edits = db.prepare(`SELECT ${PACKED_EDITS} FROM old.journal WHERE seq = ?`);
  let periods = currentPeriods(db);
  let unreadable = 0;
  for (const row of db.prepare('SELECT seq FROM old.journal ORDER BY seq DESC').all()) {
    const seq = Number(row['seq']);
    const step = tryDecoding(edits.get(seq), seq);
    if (step === null) unreadable += 1;
    periods = yearsSetBy(step?.inverse ?? null) ?? periods;
    const context = { origin: originOfEdit(seq), periods };
    const changes = step === null ? [] : changesOf(step.edit, step.inverse, context);
    const summarised = summarise(changes);
    put.run(encodeYears(changes), summarised.summary, seq);
    addChangedRows(db, seq, summarised);
  }
  return unreadable;
}

function tryDecoding(row: StepRow | undefined, seq: number): ReturnType<typeof decodeEdits> | null {
  try {
    return decodeEdits(row, seq);
  } catch (error) {
    if (error instanceof UnreadableStep) return null;
    throw error;
  }
}

/** The periods that an edit leaves the plan with; null when it sets none. */
function yearsSetBy(edit: Edit | null): readonly PeriodKey[] | null {
  const leaves = edit === null ? [] : leavesOf(edit, 0);
  const last = leaves.findLast(({ kind }) => kind === 'set-years');
  return last?.kind === 'set-years' ? makeAxis(last.years, last.before, last.later).periods : null;
}
