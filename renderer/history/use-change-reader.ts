import { useMemo } from 'react';
import { usePlanState } from '#renderer/app/app-context.ts';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { GoneNames } from '#shared/api/history-api.ts';
import type { ChangeReader } from './change-reader.ts';

/** What changes on screen are put into words with; the same object until one of them is another. */
export function useChangeReader(gone: GoneNames): ChangeReader {
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const formats = useFormats();
  const say = useSay();
  return useMemo(() => ({ plan, gone, formats, say }), [plan, gone, formats, say]);
}
