import type { DatabaseSync } from 'node:sqlite';
import type { Provenance } from '#shared/api/api.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { originOfEdit } from '#shared/plan/origin.ts';

type ImportEdit = Extract<Edit, { kind: 'import' }>;

/** The import that an edit is or holds. Origins are counted by edit, so an edit may hold one import at most. */
export function importsIn(edit: Edit): readonly ImportEdit[] {
  if (edit.kind === 'import') return [edit];
  return edit.kind === 'batch' ? edit.edits.flatMap(importsIn) : [];
}

/** Records where each imported value was read, in the transaction of the caller. */
export function addProvenance(db: DatabaseSync, seq: number, edit: Edit): void {
  for (const { file, cells } of importsIn(edit)) {
    db.prepare('INSERT INTO imports (seq, file, sha256) VALUES (?, ?, ?)').run(seq, file.name, file.sha256);
    const put = db.prepare(
      'INSERT INTO provenance (origin, import, sheet, cell, raw, rule) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const first = originOfEdit(seq) + 1;
    for (const [offset, { sheet, cell, raw, rule }] of cells.entries())
      put.run(first + offset, seq, sheet, cell, raw, rule);
  }
}

/** Where the value with this origin was read; null when it was typed, or when its origin is not known. */
export function findProvenance(db: DatabaseSync, origin: number): Provenance | null {
  const row = db
    .prepare(
      'SELECT file, sha256, sheet, cell, raw, rule FROM provenance JOIN imports ON imports.seq = import WHERE origin = ?',
    )
    .get(origin);
  if (row === undefined) return null;
  return {
    file: String(row['file']),
    sha256: String(row['sha256']),
    sheet: String(row['sheet']),
    cell: String(row['cell']),
    raw: String(row['raw']),
    rule: String(row['rule']),
  };
}
