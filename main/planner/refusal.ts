import type { ApiError } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';

/** An expected failure: the call is refused with a stable code and a sentence for people. */
export class Refusal extends Error {
  readonly error: ApiError;

  constructor(code: string, message: Message, cause?: unknown) {
    super(code, { cause });
    this.name = 'Refusal';
    this.error = { code, message };
  }
}
