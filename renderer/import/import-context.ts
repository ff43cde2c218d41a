import { createContext, useContext } from 'react';
import type { ImportHandle } from '#shared/api/api.ts';
import type { ImportReport } from '#shared/api/import-report.ts';
import type { ImportDraft } from './import-draft.ts';
import type { CellPosition } from './sheet-address.ts';

/** The cell that someone asked to see; a new object each time it is asked for. */
export type Spot = CellPosition & { readonly sheet: string; readonly isMarked: boolean };

/** What the parts of the import share. */
export type ImportWork = {
  readonly handle: ImportHandle;
  /** What was read, as the choices now make it. */
  readonly report: ImportReport;
  readonly draft: ImportDraft;
  readonly setDraft: (change: (draft: ImportDraft) => ImportDraft) => void;
  /** The table that is looked at, by its index in the report; null when there is none. */
  readonly table: number | null;
  /** The sheet that is looked at. */
  readonly sheet: string | null;
  readonly spot: Spot | null;
  readonly showTable: (table: number) => void;
  readonly showSheet: (sheet: string) => void;
  readonly showCell: (sheet: string, address: string) => void;
};

export const ImportContext = createContext<ImportWork | null>(null);

/** The import around this component. */
export function useImport(): ImportWork {
  const work = useContext(ImportContext);
  if (work === null) throw new Error('No import around this component');
  return work;
}
