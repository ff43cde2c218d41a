import type { DatabaseSync } from 'node:sqlite';
import { basename } from 'node:path';
import * as z from 'zod';
import { originOfEdit } from '#shared/plan/origin.ts';
import { moment } from '#shared/plan/schema/atoms.ts';
import { DocumentError } from './document-error.ts';

z.config({ jitless: true });

/** The last step whose values still have origins that a number holds exactly. */
const MOST_STEPS = 2 ** 31 - 2;
const LONGEST_NAME = 100;

const documentRow = z.object({
  seq: z.bigint().min(0n).max(BigInt(MOST_STEPS)).transform(Number),
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  made_at: moment,
  made_with: z.string().max(LONGEST_NAME),
});

/**
 * Reads where a plan stands, and holds that the next step can follow on it: the journal ends with that very step, its
 * steps name earlier ones and are of a kind that there is, and nothing is recorded for a step that is yet to come.
 * @throws DocumentError
 */
export function readState(db: DatabaseSync, path: string): { readonly seq: number; readonly hash: string } {
  const [row, ...others] = db.prepare('SELECT * FROM document LIMIT 2').all();
  const read = documentRow.safeParse(row);
  if (!read.success || others.length > 0) return refuse(path, 'document');
  const { seq, hash } = read.data;
  const last = db.prepare('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get();
  if (last !== undefined && (last['seq'] !== BigInt(seq) || last['hash'] !== hash)) refuse(path, 'journal');
  const ahead =
    'SELECT 1 FROM journal WHERE seq < 1 OR undoes NOT BETWEEN 1 AND seq - 1 ' +
    "OR undone_by NOT BETWEEN seq + 1 AND ? OR action NOT IN ('edit', 'undo', 'redo') LIMIT 1";
  if (db.prepare(ahead).get(seq) !== undefined) refuse(path, 'journal');
  if (!liesWithin(db, 'SELECT min(seq) FROM imports', 'SELECT max(seq) FROM imports', seq))
    refuse(path, 'imports');
  const [first, newest] = ['SELECT min(origin) FROM provenance', 'SELECT max(origin) FROM provenance'];
  if (!liesWithin(db, first, newest, originOfEdit(seq + 1) - 1)) refuse(path, 'provenance');
  return { seq, hash };
}

/** Whether numbers, where there are any, lie between 1 and the most. Each end is found by the table's own order. */
function liesWithin(db: DatabaseSync, first: string, last: string, most: number): boolean {
  const within = `SELECT ifnull((${first}) >= 1 AND (${last}) <= ?, 1) AS answer`;
  return db.prepare(within).get(most)?.['answer'] === 1n;
}

function refuse(path: string, where: string): never {
  const values = { file: basename(path), where };
  throw new DocumentError('damaged', { id: 'document.not-valid', values });
}
