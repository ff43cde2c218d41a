import type { Edit } from '../plan/edit.ts';
import { mapOrigins } from '../plan/edits/map-origins.ts';

/** An edit that holds no other edits. */
export type LeafEdit = Exclude<Edit, { readonly kind: 'batch' | 'import' }>;

/**
 * The edits inside batches and imports, in the order in which they are applied. The offsets of an import become origin
 * numbers from `origin` on, as they do when it is applied.
 */
export function leavesOf(edit: Edit, origin: number): readonly LeafEdit[] {
  switch (edit.kind) {
    case 'batch':
      return edit.edits.flatMap((inner) => leavesOf(inner, origin));
    case 'import': {
      const toOrigin = (offset: number) => (offset === 0 ? 0 : origin + offset);
      return edit.edits.flatMap((inner) => leavesOf(mapOrigins(inner, toOrigin), origin));
    }
    default:
      return [edit];
  }
}
