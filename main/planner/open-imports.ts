import type { ImportHandle } from '#shared/api/api.ts';
import type { ImportState } from '#main/import/import-service.ts';
import { Refusal } from './refusal.ts';

/** The spreadsheets that were read and are being looked at, by handle. */
export type OpenImports = {
  readonly add: (state: ImportState) => ImportHandle;
  /** @throws Refusal when no spreadsheet with this handle is open. */
  readonly get: (handle: ImportHandle) => ImportState;
  readonly close: (handle: ImportHandle) => void;
  readonly closeAll: () => void;
};

export function createOpenImports(newId: () => string): OpenImports {
  const states = new Map<ImportHandle, ImportState>();
  return {
    add: (state) => {
      const handle = newId();
      states.set(handle, state);
      return handle;
    },
    get: (handle) => {
      const state = states.get(handle);
      if (!state) throw new Refusal('import-not-open', { id: 'planner.import-not-open' });
      return state;
    },
    close: (handle) => {
      states.delete(handle);
    },
    closeAll: () => states.clear(),
  };
}
