import type { Message } from '#shared/messages/message.ts';

/** The call or its file is wrong: one sentence for standard error, and exit code 2. */
export class CliError extends Error {
  readonly sentence: Message;

  constructor(sentence: Message, cause?: unknown) {
    super(sentence.id, { cause });
    this.name = 'CliError';
    this.sentence = sentence;
  }
}
