import type { DatabaseSync } from 'node:sqlite';
import type { HistoryFilter } from '#shared/api/history-api.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { moment } from '#shared/plan/schema/atoms.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { explainSqliteError } from './explain-error.ts';
import { findSteps, LONGEST_NAME, type StepRow } from './find-steps.ts';
import { rowsAskedFor } from './history-filter.ts';
import { explainUnreadableStep, UnreadableStep } from './journal-edits.ts';
import { firstChanges } from './journal-summary.ts';
import { changesLetThrough } from './let-through.ts';
import { createStepReader, type StepReader } from './step-reader.ts';

/** One step as the journal tells it. With a filter by line, source or cell the changes are those that it lets through. */
type JournalStep = {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly action: 'edit' | 'undo' | 'redo';
  /** Of an undo or redo: the kind and label of the step that it takes back. */
  readonly kind: Edit['kind'];
  readonly label: string;
  /** The step that took this one back; null while it stands. */
  readonly undoneBy: number | null;
  /** The first of its changes; `count` says how many there are. */
  readonly changes: readonly PlanChange[];
  readonly count: number;
};

type HistoryRequest = {
  readonly filter: HistoryFilter;
  /** Steps before this sequence number; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
};

/**
 * Steps, newest first. `next` is the `before` of the following page, null at the beginning of the plan. A page that was
 * long to look for may hold fewer steps than asked for, or none, and still have a `next`.
 */
type StepsPage = {
  readonly steps: readonly JournalStep[];
  readonly next: number | null;
  /** Everybody who took a step, in the order of their names. */
  readonly people: readonly string[];
};

/** The journal of a plan, to be read. Each function @throws DocumentError at a step that cannot be read. */
export type DocumentHistory = {
  readonly page: (request: HistoryRequest) => StepsPage;
  /** Everything that a step changed; nothing for a step that is not there. */
  readonly changesOf: (seq: number) => readonly PlanChange[];
  /** The last name of a line or source that is gone; null for one that the journal never knew. */
  readonly nameOf: (kind: 'line' | 'source', id: string) => string | null;
};

/** How many steps, and how many bytes of packed edits, one page looks through. */
const MOST_STEPS = 2000;
const MOST_PACKED_BYTES = 1024 * 1024;
/** More people than ever worked on one plan. */
const MOST_PEOPLE = 500;

/** Reads the journal in an open plan file. */
export function createHistory(db: DatabaseSync, path: string): DocumentHistory {
  const steps = createStepReader(db);
  return {
    page: (request) => explained(path, () => ({ ...readPage(db, steps, request), people: readPeople(db) })),
    changesOf: (seq) => explained(path, () => steps.changesOf(seq)),
    nameOf: (kind, id) => explained(path, () => findName(db, steps, kind, id)),
  };
}

function readPage(
  db: DatabaseSync,
  steps: StepReader,
  { filter, before, limit }: HistoryRequest,
): Pick<StepsPage, 'steps' | 'next'> {
  const rows = rowsAskedFor(filter);
  const found: JournalStep[] = [];
  const reach = { steps: MOST_STEPS, bytes: MOST_PACKED_BYTES };
  let last = before ?? Number.MAX_SAFE_INTEGER;
  for (const row of findSteps(db, { before: last, who: filter.who, rows })) {
    if (found.length === limit || reach.steps === 0 || reach.bytes <= 0) return { steps: found, next: last };
    last = Number(row['seq']);
    reach.steps -= 1;
    if (row['of_row'] instanceof Uint8Array) reach.bytes -= row['of_row'].length;
    const { changes, count } = changesLetThrough(row, filter, () => {
      reach.bytes -= Number(row['bytes']);
      return steps.changesOf(last);
    });
    if (rows.length === 0 || count > 0) found.push(toStep(row, firstChanges(changes), count));
  }
  return { steps: found, next: null };
}

function toStep(row: StepRow, changes: readonly PlanChange[], count: number): JournalStep {
  const undoneBy = row['undone_by'];
  return {
    seq: Number(row['seq']),
    at: readMoment(row['at'], Number(row['seq'])),
    who: String(row['who']),
    // No plan with another action is opened.
    action: String(row['action']) as JournalStep['action'],
    // The column is written from Edit['kind'] only; a kind that no text knows is shown as a plain edit.
    kind: String(row['kind']) as Edit['kind'],
    label: String(row['label']),
    undoneBy: undoneBy === null ? null : Number(undoneBy),
    changes,
    count,
  };
}

/** A time that is none could not be shown. @throws UnreadableStep */
function readMoment(value: unknown, seq: number): string {
  const read = moment.safeParse(value);
  if (read.success) return read.data;
  throw new UnreadableStep(seq);
}

/** From name to name along the index, so that the cost is that of the people and not of their steps. */
function readPeople(db: DatabaseSync): string[] {
  const names =
    'WITH RECURSIVE people (who) AS (SELECT min(who) FROM journal UNION ALL ' +
    'SELECT (SELECT min(who) FROM journal WHERE journal.who > people.who) FROM people WHERE people.who IS NOT NULL) ' +
    `SELECT substr(who, 1, ${LONGEST_NAME}) AS who FROM people WHERE who IS NOT NULL LIMIT ${MOST_PEOPLE}`;
  return db
    .prepare(names)
    .all()
    .map(({ who }) => String(who));
}

/** The newest step of a row that is gone is the one that removed it, and its inverse names it. */
function findName(db: DatabaseSync, steps: StepReader, kind: 'line' | 'source', id: string): string | null {
  const filter = { line: null, source: null, who: null, cell: null, [kind]: id };
  const rows = [{ kind, id }];
  for (const row of findSteps(db, { before: Number.MAX_SAFE_INTEGER, who: null, rows })) {
    const { changes } = changesLetThrough(row, filter, () => steps.changesOf(Number(row['seq'])));
    const named = changes.find((change) => change.kind === 'row' && change.of === kind && change.id === id);
    return named?.kind === 'row' ? named.name : null;
  }
  return null;
}

function explained<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableStep)) throw explainSqliteError(error, path);
    throw explainUnreadableStep(error, path);
  }
}
