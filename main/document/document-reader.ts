import type { DatabaseSync } from 'node:sqlite';
import type { Provenance } from '#shared/api/api.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { explainSqliteError, sqliteCode } from './explain-error.ts';
import { createHistory, type DocumentHistory } from './history.ts';
import { findOpenSteps, readInverse, type OpenSteps } from './journal.ts';
import { findProvenance } from './provenance.ts';
import { changeError, type TakeTurn, type Turns } from './turns.ts';
import { explainUnreadableStep, UnreadableStep } from './journal-edits.ts';
import { createVersions, type DocumentVersions } from './versions.ts';

/** What an open plan file is asked for besides the plan. Each function @throws DocumentError for what cannot be read. */
export type DocumentReader = {
  /** What undo and redo would take back: nothing where the journal cannot be read. */
  readonly openSteps: () => OpenSteps;
  /** The edit that takes a step back. */
  readonly inverseOf: (seq: number) => Edit;
  readonly findProvenance: (origin: number) => Provenance | null;
  readonly versions: DocumentVersions;
  /** What was done to the plan, step by step. */
  readonly history: DocumentHistory;
};

type Reading = {
  readonly db: DatabaseSync;
  readonly path: string;
  /** Null where the plan is only read. */
  readonly turns: Turns | null;
  readonly take: TakeTurn;
};

/** Reads from an open plan file as long as its bytes are the plan's: nothing that somebody else wrote over them is shown. */
export function createReader({ db, path, turns, take }: Reading): DocumentReader {
  const history = createHistory(db, path);
  const versions = createVersions(db, path, take);
  const isOverwritten = () => turns?.watch.isOverwritten() === true;
  const ours = <Result>(read: () => Result): Result => {
    if (isOverwritten()) throw changeError('changed', path);
    try {
      return read();
    } catch (error) {
      throw sqliteCode(error) === null ? error : explainSqliteError(error, path);
    }
  };
  return {
    openSteps: () => {
      try {
        return ours(() => findOpenSteps(db));
      } catch {
        // What was just saved is saved all the same; whoever looks into the history is told.
        return { undo: null, redo: null };
      }
    },
    inverseOf: (seq) => ours(() => readInverse(db, seq) ?? unreadable(path, seq)),
    findProvenance: (origin) => ours(() => findProvenance(db, origin)),
    versions: {
      ...versions,
      list: () => ours(versions.list),
      planOf: (number) => ours(() => versions.planOf(number)),
    },
    history: {
      page: (request) => ours(() => history.page(request)),
      changesOf: (seq) => ours(() => history.changesOf(seq)),
      nameOf: (kind, id) => ours(() => history.nameOf(kind, id)),
    },
  };
}

function unreadable(path: string, seq: number): never {
  throw explainUnreadableStep(new UnreadableStep(seq), path);
}
