import { useEffect, useState } from 'react';
import { useApp } from '#renderer/app/app-context.ts';
import type { ImportChoices, ImportHandle, ImportPreview } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';

/** What would be imported; `isFresh` when it belongs to the choices as they stand. */
export type PreviewState = {
  readonly preview: ImportPreview | null;
  /** Why the choices cannot be worked out. */
  readonly problem: Message | null;
  readonly isFresh: boolean;
};

/** Several changes in a row, as when a key is held, are worked out once. */
const PAUSE_MS = 120;

/** Follows the choices with what they would import. The last answer stays until the next is there. */
export function usePreview(handle: ImportHandle, choices: ImportChoices): PreviewState {
  const { transport } = useApp();
  const [answered, setAnswered] = useState<
    (Omit<PreviewState, 'isFresh'> & { readonly of: ImportChoices }) | null
  >(null);
  const isFirst = answered === null;
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const answer = await transport.call('import/preview', { handle, choices });
      if (isOver) return;
      const said = answer.ok
        ? { preview: answer.value, problem: null }
        : { preview: null, problem: answer.error.message };
      setAnswered({ ...said, of: choices });
    };
    const timer = setTimeout(() => void ask(), isFirst ? 0 : PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [transport, handle, choices, isFirst]);
  if (answered === null) return { preview: null, problem: null, isFresh: false };
  return { preview: answered.preview, problem: answered.problem, isFresh: answered.of === choices };
}
