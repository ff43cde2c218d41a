import { basename } from 'node:path';
import type { Edit } from '#shared/plan/edit.ts';
import { parseEdit } from '#shared/plan/edit-schema.ts';
import { DocumentError } from './document-error.ts';
import { unpackValue } from './deflated-json.ts';

/** A step of the journal that holds no edit: its file was damaged, or written by something else. */
export class UnreadableStep extends Error {
  readonly seq: number;

  constructor(seq: number) {
    super(`Step ${seq} of the journal cannot be read`);
    this.name = 'UnreadableStep';
    this.seq = seq;
  }
}

/** The sentence for people. */
export function explainUnreadableStep(error: UnreadableStep, path: string): DocumentError {
  const values = { file: basename(path), step: error.seq };
  return new DocumentError('damaged', { id: 'document.step-unreadable', values }, error);
}

type PackedEdits = Readonly<Record<string, unknown>> | undefined;

/** Unpacks the columns `edit` and `inverse` of a step. @throws UnreadableStep */
export function decodeEdits(
  row: PackedEdits,
  seq: number,
): { readonly edit: Edit; readonly inverse: Edit | null } {
  const decode = (packed: unknown): Edit => {
    const read = parseEdit(unpackValue(packed));
    if (read.ok) return read.edit;
    throw new UnreadableStep(seq);
  };
  const inverse = row?.['inverse'] ?? null;
  return { edit: decode(row?.['edit']), inverse: inverse === null ? null : decode(inverse) };
}
