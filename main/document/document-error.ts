import type { PlanHolder } from '#shared/api/files-api.ts';
import type { Message } from '#shared/messages/message.ts';

/** Why a plan file could not be opened or written: stable, for programs. */
export type DocumentFailure =
  | 'not-found'
  | 'not-a-plan'
  | 'newer-version'
  | 'wrong-mode'
  | 'changed-structure'
  | 'damaged'
  | 'read-only'
  | 'not-allowed'
  | 'disk-full'
  | 'too-large'
  | 'busy'
  | 'in-use'
  | 'taken-over'
  | 'changed-on-disk'
  | 'gone'
  | 'file-exists'
  | 'bad-name'
  | 'name-taken'
  | 'no-such-version'
  | 'failed';

/** An expected failure of a plan file, with the sentence for people. */
export class DocumentError extends Error {
  readonly code: DocumentFailure;
  readonly sentence: Message;

  constructor(code: DocumentFailure, sentence: Message, cause?: unknown) {
    super(code, { cause });
    this.name = 'DocumentError';
    this.code = code;
    this.sentence = sentence;
  }
}

/** Somebody else has the plan open to edit it. */
export class DocumentInUse extends DocumentError {
  /** Null when the lock cannot be read as one. */
  readonly holder: PlanHolder | null;
  /** Whether a person may decide that nobody edits it any more: the program cannot tell. */
  readonly mayTakeOver: boolean;

  constructor(sentence: Message, holder: PlanHolder | null, mayTakeOver: boolean) {
    super('in-use', sentence);
    this.name = 'DocumentInUse';
    this.holder = holder;
    this.mayTakeOver = mayTakeOver;
  }
}
