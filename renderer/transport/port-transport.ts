import type { Link } from '#shared/api/client.ts';

type PortAnswer = { readonly id: number; readonly answer: unknown };
type PortEvent = { readonly event: unknown };

/**
 * The way to the planner of the desktop app: a message port that goes straight to its process. The preload hands the
 * port over in a window message; calls made before that wait for it.
 */
export function makePortLink(target: Window): Link {
  const waiting = new Map<number, (answer: unknown) => void>();
  const listeners = new Set<(event: unknown) => void>();
  const port = receivePort(target, (message) => {
    if (isEvent(message)) for (const listener of listeners) listener(message.event);
    else if (isAnswer(message)) {
      waiting.get(message.id)?.(message.answer);
      waiting.delete(message.id);
    }
  });
  let lastId = 0;
  return {
    send: async (channel, input) => {
      const id = ++lastId;
      const answer = new Promise((resolve) => waiting.set(id, resolve));
      (await port).postMessage({ id, channel, input });
      return answer;
    },
    listen: (onEvent) => {
      listeners.add(onEvent);
      return () => listeners.delete(onEvent);
    },
  };
}

function receivePort(target: Window, onMessage: (message: unknown) => void): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (message: MessageEvent<unknown>) => {
      const port = message.ports[0];
      if (message.source !== target || port === undefined || !isPortMessage(message.data)) return;
      target.removeEventListener('message', receive);
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => onMessage(data));
      port.start();
      resolve(port);
    };
    target.addEventListener('message', receive);
  });
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'perennial-port';
}

function isEvent(message: unknown): message is PortEvent {
  return typeof message === 'object' && message !== null && 'event' in message;
}

function isAnswer(message: unknown): message is PortAnswer {
  return typeof message === 'object' && message !== null && 'id' in message && 'answer' in message;
}
