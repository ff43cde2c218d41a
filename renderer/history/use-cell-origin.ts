import { useEffect, useState } from 'react';
import { useApp, useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import type { Message } from '#shared/messages/message.ts';
import { readOrigin } from '#shared/plan/origin.ts';
import { type CellOrigin, findOrigin, NO_ORIGIN } from './find-origin.ts';

/** A focus that runs over many cells asks only for the one where it stops. */
const PAUSE_MS = 120;

type SoughtOrigin =
  | { readonly kind: 'reading' }
  | { readonly kind: 'found'; readonly value: CellOrigin }
  | { readonly kind: 'wrong'; readonly problem: Message };

/** What an origin number stands for, once the step that brought it is in the plan's file. */
export function useCellOrigin(origin: number): SoughtOrigin {
  const { transport } = useApp();
  const { session } = useOpenPlan();
  const { sequence } = readOrigin(origin);
  const isThere = usePlanState(({ replica }) => replica.acked.seq >= sequence);
  const [state, setState] = useState<SoughtOrigin & { readonly of?: number }>({ kind: 'reading' });
  useEffect(() => {
    if (!isThere || sequence === 0) return undefined;
    let isWanted = true;
    const look = async () => {
      const found = await findOrigin(transport, session.store.getState().opened.handle, origin);
      if (!isWanted) return;
      if (found.ok) setState({ kind: 'found', value: found.value, of: origin });
      else setState({ kind: 'wrong', problem: found.error.message, of: origin });
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [transport, session, origin, sequence, isThere]);
  if (sequence === 0) return { kind: 'found', value: NO_ORIGIN };
  return state.of === origin ? state : { kind: 'reading' };
}
