import type { Message } from '../messages/message.ts';
import type { FileToken, OpenedPlan, PlanHandle } from './plan-answers.ts';

/**
 * How a plan file is opened. `write`: to be edited where that is possible. `read`: only to be looked at. `take-over`:
 * to be edited although a lock says that somebody else does. `recover`: the newest good state in the place of a damaged file.
 */
export type OpenMode = 'write' | 'read' | 'take-over' | 'recover';

/** Who has a plan open to edit it, and since when (ISO). */
export type PlanHolder = {
  readonly user: string;
  readonly host: string;
  readonly since: string;
  readonly isThisMachine: boolean;
};

/** The newest good state of a damaged file. */
export type Recovery = {
  /** When the backup was written, ISO. */
  readonly savedAt: string;
  /** How many edits the recovered plan holds, and how many of them the damaged file itself still gave. */
  readonly edits: number;
  readonly salvaged: number;
};

/** What came of opening a plan: the plan, or the question that must be answered first. */
export type PlanOpening =
  | { readonly kind: 'opened'; readonly opened: OpenedPlan }
  /** Somebody else edits it; `holder` is null when the lock cannot be read. `mayTakeOver` when the program cannot tell whether they still do. */
  | { readonly kind: 'in-use'; readonly holder: PlanHolder | null; readonly mayTakeOver: boolean }
  | { readonly kind: 'damaged'; readonly message: Message; readonly recovery: Recovery | null };

/** A plan that has no file of its own choosing yet. */
export type DraftPlan = {
  readonly file: FileToken;
  readonly title: string;
  readonly changedAt: string;
  readonly edits: number;
};

export type BackupInfo = { readonly savedAt: string; readonly edits: number; readonly bytes: number };

/** What is known of an open plan's file. */
export type PlanFileInfo = {
  /** The folder for people; null for a draft. */
  readonly place: string | null;
  readonly bytes: number;
  readonly madeAt: string;
  /** The version of the program that made it. */
  readonly madeWith: string;
  readonly edits: number;
  /** The last look for damage: `quick` at opening, `full` in the background after it. */
  readonly integrity: { readonly check: 'quick' | 'full'; readonly at: string; readonly isGood: boolean };
  readonly backups: readonly BackupInfo[];
  /** Why the last backup could not be written; null when it could, or none was due. */
  readonly backupProblem: Message | null;
};

export type FilesApi = {
  'plan/open': { input: { readonly file: FileToken; readonly mode: OpenMode }; output: PlanOpening };
  /** A plan file that was dropped on a page that cannot tell where it lies: kept in the host's folder and opened there. */
  'plan/open-upload': { input: { readonly name: string; readonly bytes: Uint8Array }; output: PlanOpening };
  /** Goes on in another file. */
  'plan/save-as': { input: { readonly plan: PlanHandle; readonly file: FileToken }; output: OpenedPlan };
  /** Writes a copy under another name and stays with this file. */
  'plan/export-copy': { input: { readonly plan: PlanHandle; readonly file: FileToken }; output: null };
  /** A copy with its whole history, as a new draft. */
  'plan/duplicate': { input: { readonly plan: PlanHandle }; output: OpenedPlan };
  'plan/get-file-info': { input: { readonly plan: PlanHandle }; output: PlanFileInfo };
  /** Deletes a draft that is not open. */
  'draft/discard': { input: { readonly file: FileToken }; output: null };
};
