import { useEffect, useState } from 'react';
import type { CallId } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import { useApp } from './app-context.ts';

/** How far a job is: `total` null when its length is not known. */
export type JobProgress = { readonly stage: Message; readonly done: number; readonly total: number | null };

/** Follows the progress of a call; null while nothing is known of it. */
export function useJobProgress(call: CallId | null): JobProgress | null {
  const { transport } = useApp();
  const [progress, setProgress] = useState<(JobProgress & { readonly call: CallId }) | null>(null);
  useEffect(() => {
    if (call === null) return undefined;
    return transport.listen((event) => {
      if (event.kind === 'progress' && event.call === call) setProgress(event);
    });
  }, [transport, call]);
  return progress?.call === call ? progress : null;
}
