import type { ApiError, Provenance, Transport } from '#shared/api/api.ts';
import type { HistoryEntry } from '#shared/api/history-api.ts';
import { readOrigin } from '#shared/plan/origin.ts';

/** Where a value came from: the cell of a file, the step that brought it, or nothing that is recorded. */
export type CellOrigin = { readonly file: Provenance | null; readonly step: HistoryEntry | null };

export const NO_ORIGIN: CellOrigin = { file: null, step: null };

type Found =
  { readonly ok: true; readonly value: CellOrigin } | { readonly ok: false; readonly error: ApiError };

/** Looks up what an origin number stands for. */
export async function findOrigin(transport: Transport, plan: string, origin: number): Promise<Found> {
  const { sequence } = readOrigin(origin);
  if (sequence === 0) return { ok: true, value: NO_ORIGIN };
  const filter = { line: null, source: null, who: null, cell: null };
  const [file, steps] = await Promise.all([
    transport.call('plan/get-provenance', { plan, origin }),
    transport.call('history/list', { plan, filter, before: sequence + 1, limit: 1 }),
  ]);
  if (!file.ok) return file;
  if (!steps.ok) return steps;
  const step = steps.value.entries.find(({ seq }) => seq === sequence) ?? null;
  return { ok: true, value: { file: file.value, step } };
}
