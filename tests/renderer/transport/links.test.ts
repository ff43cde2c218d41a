import { describe, expect, test } from 'vitest';
import { makePortLink } from '#renderer/transport/port-transport.ts';
import { readLines } from '#renderer/transport/read-lines.ts';

type Asked = { readonly id: number; readonly channel: string; readonly input: unknown };

describe('the stream of events', () => {
  test('lines come whole, however the bytes were cut', async () => {
    const bytes = new TextEncoder().encode('{"a":"£"}\n\n{"b":2}\nlast');
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const lines: string[] = [];
    for await (const line of readLines(stream)) lines.push(line);
    expect(lines).toEqual(['{"a":"£"}', '{"b":2}', 'last']);
  });
});

describe('the desktop’s port', () => {
  test('calls made before the port came are answered, each by its own answer, and events reach who listens', async () => {
    const page = new EventTarget();
    // A window in what the link uses of it: a target of message events.
    const link = makePortLink(page as Window);
    const events: unknown[] = [];
    link.listen((event) => events.push(event));
    const answers = Promise.all([link.send('a/one', 1n), link.send('b/two', { x: [2n] })]);
    const { port1, port2 } = new MessageChannel();
    const message = new MessageEvent('message', { data: { type: 'perennial-port' }, ports: [port2] });
    Object.defineProperty(message, 'source', { value: page });
    page.dispatchEvent(message);
    const asked: Asked[] = [];
    const both = new Promise<void>((resolve) => {
      port1.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
        asked.push(data);
        if (asked.length === 2) resolve();
      });
    });
    port1.start();
    await both;
    port1.postMessage({ event: { kind: 'told' } });
    for (const { id, channel, input } of asked.toReversed())
      port1.postMessage({ id, answer: [channel, input] });
    expect(await answers).toEqual([
      ['a/one', 1n],
      ['b/two', { x: [2n] }],
    ]);
    expect(events).toEqual([{ kind: 'told' }]);
    port1.close();
  });

  test('a message of another origin brings no port', async () => {
    const page = new EventTarget();
    const link = makePortLink(page as Window); // as above
    const { port1, port2 } = new MessageChannel();
    page.dispatchEvent(new MessageEvent('message', { data: { type: 'perennial-port' }, ports: [port2] }));
    let isAnswered = false;
    void link.send('a/one', 1).then(() => (isAnswered = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isAnswered).toBe(false);
    port1.close();
  });
});
