import { basename } from 'node:path';
import type { Edit } from '#shared/plan/edit.ts';
import { MOST_VALUE_BYTES } from './database.ts';
import { DocumentError } from './document-error.ts';
import { unpackValue } from './deflated-json.ts';
import { parseStoredEdit } from './stored-json.ts';

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

/** The columns `edit` and `inverse` of the journal; what is too large to be read as a step is answered as an empty one. */
export const PACKED_EDITS =
  `iif(octet_length(edit) > ${MOST_VALUE_BYTES}, x'', edit) AS edit, ` +
  `iif(octet_length(inverse) > ${MOST_VALUE_BYTES}, x'', inverse) AS inverse`;

type PackedEdits = Readonly<Record<string, unknown>> | undefined;

/** Unpacks the columns `edit` and `inverse` of a step. @throws UnreadableStep */
export function decodeEdits(
  row: PackedEdits,
  seq: number,
): { readonly edit: Edit; readonly inverse: Edit | null } {
  const decode = (packed: unknown): Edit => {
    const read = parseStoredEdit(unpackValue(packed));
    if (read.ok) return read.edit;
    throw new UnreadableStep(seq);
  };
  const inverse = row?.['inverse'] ?? null;
  return { edit: decode(row?.['edit']), inverse: inverse === null ? null : decode(inverse) };
}
