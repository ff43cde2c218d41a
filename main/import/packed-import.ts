import { packSheet, unpackSheet } from './packed-sheet.ts';
import type { PackedSheet } from './packed-sheet.ts';
import type { ImportState } from './import-state.ts';

/** An import as plain data: it crosses from the process that read the file to the one that shows it. */
export type PackedImport = Omit<ImportState, 'sheets'> & { readonly sheets: readonly PackedSheet[] };

/** Packs the sheets into arrays of numbers; everything else is plain data already. */
export function packImport(state: ImportState): PackedImport {
  return { ...state, sheets: state.sheets.map(packSheet) };
}

/** The import as it was before it was packed. */
export function unpackImport(packed: PackedImport): ImportState {
  return { ...packed, sheets: packed.sheets.map(unpackSheet) };
}
