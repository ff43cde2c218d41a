import type { DatabaseSync } from 'node:sqlite';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { changesOf } from '#shared/review/edit-changes.ts';
import { addChangedRows } from './changed-rows.ts';
import { packValue, unpackValue } from './deflated-json.ts';
import { LONGEST_NAME } from './find-steps.ts';
import { PACKED_EDITS } from './journal-edits.ts';
import { summarise } from './journal-summary.ts';
import { encodeYears } from './journal-years.ts';
import { parseStoredEdit } from './stored-json.ts';

type JournalAction = 'edit' | 'undo' | 'redo';

/** One step as the journal keeps it. `undoes` is the step that an undo takes back, or the undo that a redo takes back. */
export type JournalEntry = {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly action: JournalAction;
  readonly edit: Edit;
  /** Null for records that are only ever added. */
  readonly inverse: Edit | null;
  readonly undoes: number | null;
  /** The rolling hash once this step is done. */
  readonly hash: string;
};

/** A step that can be taken back: what kind of edit it was at first, and its label. */
export type OpenStep = { readonly seq: number; readonly kind: Edit['kind']; readonly label: string };

/** The end of the journal as undo and redo see it; null where there is nothing to take back. */
export type OpenSteps = { readonly undo: OpenStep | null; readonly redo: OpenStep | null };

/**
 * Adds a step, in the transaction of the caller. The label of an undo is that of the step it takes back. `periods` are
 * those of the plan before the step.
 */
export function addEntry(db: DatabaseSync, entry: JournalEntry, periods: readonly PeriodKey[]): void {
  const changes = changesOf(entry.edit, entry.inverse, { origin: originOfEdit(entry.seq), periods });
  const step = summarise(changes);
  const named = entry.undoes === null ? null : findStep(db, entry.undoes);
  db.prepare(
    'INSERT INTO journal (seq, at, who, action, kind, label, hash, undoes, undone_by, ' +
      'years_before, summary, edit, inverse) ' +
      'VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?)',
  ).run(
    entry.seq,
    entry.at,
    entry.who,
    entry.action,
    named?.kind ?? entry.edit.kind,
    named?.label ?? labelOf(entry.edit),
    entry.hash,
    entry.undoes,
    encodeYears(changes),
    step.summary,
    packValue(entry.edit),
    entry.inverse === null ? null : packValue(entry.inverse),
  );
  addChangedRows(db, entry.seq, step);
  if (entry.undoes !== null)
    db.prepare('UPDATE journal SET undone_by = ? WHERE seq = ?').run(entry.seq, entry.undoes);
}

/**
 * Finds what undo and redo would take back. A new edit ends what could be redone; a record (a comment, say) does not,
 * since it can stand beside any figures.
 */
export function findOpenSteps(db: DatabaseSync): OpenSteps {
  const undo = findOpen(db, "action IN ('edit', 'redo')");
  // Only after the last edit, so that a long journal without an undo is not searched to its beginning.
  return { undo, redo: findOpen(db, `action = 'undo' AND seq > ${lastEdit(db)}`) };
}

/** The edit that takes a step back; undefined when the step is not known or holds no edit that can be read. */
export function readInverse(db: DatabaseSync, seq: number): Edit | undefined {
  const row = db.prepare(`SELECT ${PACKED_EDITS} FROM journal WHERE seq = ?`).get(seq);
  const read = parseStoredEdit(unpackValue(row?.['inverse']));
  return read.ok ? read.edit : undefined;
}

function findOpen(db: DatabaseSync, condition: string): OpenStep | null {
  const open =
    `SELECT seq, kind, substr(label, 1, ${LONGEST_NAME}) AS label FROM journal ` +
    'WHERE undone_by IS NULL AND inverse IS NOT NULL';
  const row = db.prepare(`${open} AND ${condition} ORDER BY seq DESC LIMIT 1`).get();
  return row === undefined ? null : { seq: Number(row['seq']), ...namesOf(row) };
}

/** Also an edit that was itself undone since: what came before it stays out of reach of redo. */
function lastEdit(db: DatabaseSync): number {
  const row = db
    .prepare("SELECT max(seq) AS seq FROM journal WHERE action = 'edit' AND inverse IS NOT NULL")
    .get();
  return Number(row?.['seq'] ?? 0);
}

function findStep(db: DatabaseSync, seq: number): Pick<OpenStep, 'kind' | 'label'> | null {
  const row = db.prepare('SELECT kind, label FROM journal WHERE seq = ?').get(seq);
  return row === undefined ? null : namesOf(row);
}

function namesOf(row: Readonly<Record<string, unknown>>): Pick<OpenStep, 'kind' | 'label'> {
  // The column is written from Edit['kind'] only; a kind that no text knows is shown as a plain edit.
  return { kind: String(row['kind']) as Edit['kind'], label: String(row['label']) };
}

/** What a person called the step; the other kinds are named by the catalogue of texts. */
function labelOf(edit: Edit): string {
  if (edit.kind === 'batch') return edit.label;
  return edit.kind === 'import' ? edit.file.name : '';
}
