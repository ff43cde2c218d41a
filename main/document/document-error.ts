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
  | 'busy'
  | 'in-use'
  | 'taken-over'
  | 'file-exists'
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
