import { useEffect, useState } from 'react';
import { useApp, useAppState } from '#renderer/app/app-context.ts';
import { useLatest } from '#renderer/app/use-latest.ts';
import type { CallId, ImportOpened, Transport } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';

/** How far the reading of a file is. */
export type Reading =
  | { readonly kind: 'reading'; readonly call: CallId | null }
  | { readonly kind: 'open'; readonly opened: ImportOpened };

type Outcome =
  { readonly ok: true; readonly opened: ImportOpened } | { readonly ok: false; readonly message: Message };

/** Has a file read by the planner; the reading is stopped and the file closed there when the view goes. */
export function useReading(file: File, onFailed: (message: Message) => void): Reading {
  const { transport } = useApp();
  const locale = useAppState(({ info }) => info?.locale ?? 'en-GB');
  const [reading, setReading] = useState<Reading>({ kind: 'reading', call: null });
  const failed = useLatest(onFailed);
  useEffect(() => {
    const call = crypto.randomUUID();
    let isOver = false;
    let handle: string | null = null;
    const close = () => {
      if (handle !== null) void transport.call('import/close', { handle });
    };
    const onStart = () => {
      if (!isOver) setReading({ kind: 'reading', call });
    };
    void readFile(transport, { file, locale, call, onStart }).then((outcome) => {
      if (outcome.ok) handle = outcome.opened.handle;
      if (isOver) return close();
      if (outcome.ok) setReading({ kind: 'open', opened: outcome.opened });
      else failed.current(outcome.message);
    });
    return () => {
      isOver = true;
      if (handle === null) void transport.call('job/cancel', { call });
      close();
    };
  }, [transport, file, locale, failed]);
  return reading;
}

type ReadOrder = {
  readonly file: File;
  readonly locale: string;
  readonly call: CallId;
  /** Called when the planner starts, from when on it tells how far it is. */
  readonly onStart: () => void;
};

async function readFile(transport: Transport, { file, locale, call, onStart }: ReadOrder): Promise<Outcome> {
  const { name } = file;
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return { ok: false, message: { id: 'window.import-unreadable', values: { name } } };
  onStart();
  const answer = await transport.call('import/read-file', {
    call,
    name,
    bytes: new Uint8Array(bytes),
    locale,
  });
  return answer.ok ? { ok: true, opened: answer.value } : { ok: false, message: answer.error.message };
}
