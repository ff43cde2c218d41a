import { z } from 'zod';
import { catalogue } from '../../messages/catalogue/index.ts';
import type { Message } from '../../messages/message.ts';

/** A message that the catalogue can write. Its values are those of the program's own texts and are not looked into. */
export const message: z.ZodType<Message> = z.custom<Message>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    Object.hasOwn(catalogue, value.id),
);
