import { z } from 'zod';
import type { Answer, Api, ApiError, Channel, Transport } from './api.ts';
import { contract } from './contract.ts';
import { apiEvent } from './schema/event-schema.ts';
import { message } from './schema/message-schema.ts';

/** The bare way to the planner: values as they arrive, not yet checked. `send` rejects when the host cannot be reached. */
export type Link = {
  readonly send: (channel: string, input: unknown) => Promise<unknown>;
  readonly listen: (onEvent: (event: unknown) => void) => () => void;
};

const answer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: z.strictObject({ code: z.string(), message }) }),
]);

/**
 * The window's way to the planner over a link: each answer is parsed by the contract before anything uses it. An answer
 * that does not fit is a typed error, an event that does not fit is left out; a link that is lost rejects.
 */
export function makeClient(link: Link): Transport {
  return {
    call: async <C extends Channel>(channel: C, input: Api[C]['input']): Promise<Answer<C>> => {
      const read = answer.safeParse(await link.send(channel, input));
      if (!read.success) return { ok: false, error: BAD_ANSWER };
      if (!read.data.ok) return { ok: false, error: read.data.error };
      const output: z.ZodType<Api[C]['output']> = contract[channel].output;
      const value = output.safeParse(read.data.value);
      return value.success ? { ok: true, value: value.data } : { ok: false, error: BAD_ANSWER };
    },
    listen: (onEvent) =>
      link.listen((event) => {
        const read = apiEvent.safeParse(event);
        if (read.success) onEvent(read.data);
      }),
  };
}

const BAD_ANSWER: ApiError = { code: 'bad-answer', message: { id: 'planner.bad-answer' } };
