import { LINE_MEASURES } from '../plan/line.ts';
import type { SeriesRef } from '../plan/edit.ts';
import type { Series } from '../plan/series.ts';
import { SOURCE_MEASURES } from '../plan/source.ts';
import type { LeafEdit } from './edit-leaves.ts';
import { seriesKey, type EditSide } from './edit-side.ts';

type LeafOf<Kind extends LeafEdit['kind']> = Extract<LeafEdit, { readonly kind: Kind }>;

/** What an edit of lines leaves behind: a row that goes takes with it what was written to it. */
export function readLines(side: EditSide, leaf: LeafOf<'add-lines' | 'update-line' | 'remove-lines'>): void {
  switch (leaf.kind) {
    case 'add-lines':
      for (const { row } of leaf.rows) {
        side.lines.set(row.id, { presence: 'here', fields: row });
        for (const measure of LINE_MEASURES) {
          putSeries(side, { of: 'line', measure, line: row.id }, row[measure]);
        }
      }
      return;
    case 'update-line': {
      const was = side.lines.get(leaf.id);
      const fields = { ...was?.fields, ...leaf.changes };
      side.lines.set(leaf.id, { presence: was?.presence ?? null, fields });
      return;
    }
    case 'remove-lines':
      for (const id of leaf.ids) {
        side.lines.set(id, { presence: 'gone', fields: {} });
        for (const measure of LINE_MEASURES) {
          side.amounts.delete(seriesKey({ of: 'line', measure, line: id }));
        }
      }
  }
}

/** What an edit of sources leaves behind. */
export function readSources(
  side: EditSide,
  leaf: LeafOf<'add-sources' | 'update-source' | 'remove-sources'>,
): void {
  switch (leaf.kind) {
    case 'add-sources':
      for (const { row } of leaf.rows) {
        side.sources.set(row.id, { presence: 'here', fields: row });
        side.certainty.set(row.id, [{ periods: side.periods, from: 0, values: row.certainty }]);
        for (const measure of SOURCE_MEASURES) {
          putSeries(side, { of: 'source', measure, source: row.id }, row[measure]);
        }
      }
      return;
    case 'update-source': {
      const was = side.sources.get(leaf.id);
      const fields = { ...was?.fields, ...leaf.changes };
      side.sources.set(leaf.id, { presence: was?.presence ?? null, fields });
      return;
    }
    case 'remove-sources':
      for (const id of leaf.ids) {
        side.sources.set(id, { presence: 'gone', fields: {} });
        side.certainty.delete(id);
        for (const measure of SOURCE_MEASURES) {
          side.amounts.delete(seriesKey({ of: 'source', measure, source: id }));
        }
      }
  }
}

/** What an edit of allocations leaves behind. */
export function readAllocations(
  side: EditSide,
  leaf: LeafOf<'add-allocations' | 'remove-allocations'>,
): void {
  if (leaf.kind === 'add-allocations') {
    for (const { row } of leaf.rows) {
      side.allocations.set(row.id, row);
      const { line, source, matchFor } = row;
      putSeries(side, { of: 'allocation', line, source, matchFor }, row.amounts);
    }
    return;
  }
  for (const id of leaf.ids) {
    side.allocations.set(id, null);
    side.amounts.delete(`allocation ${id}`);
  }
}

/** The series of a row that is put in: what was written to a row of the same name before went with that row. */
function putSeries(side: EditSide, ref: SeriesRef, { minor, origin }: Series): void {
  const key = seriesKey(ref);
  if (minor.every((value) => value === null)) side.amounts.delete(key);
  else side.amounts.set(key, { ref, writes: [{ periods: side.periods, from: 0, values: minor, origin }] });
}
