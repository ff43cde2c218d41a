import { createContext, useContext, useMemo } from 'react';
import type { Formats } from '#shared/messages/formats.ts';
import type { Message, PlainMessageId } from '#shared/messages/message.ts';
import { writeMessage } from '#shared/messages/write-message.ts';

/** The formats of what is on screen: the open plan's, else those of the person's own locale. */
export const FormatsContext = createContext<Formats | null>(null);

/** Writes a text of the catalogue: a plain one by its id, any other with its values. */
export type Say = (message: Message | PlainMessageId) => string;

export function useFormats(): Formats {
  const formats = useContext(FormatsContext);
  if (formats === null) throw new Error('No formats around this component');
  return formats;
}

export function useSay(): Say {
  const formats = useFormats();
  return useMemo(() => makeSay(formats), [formats]);
}

/** The writer of texts in given formats, for code outside of components. */
export function makeSay(formats: Formats): Say {
  return (message) => writeMessage(typeof message === 'string' ? { id: message } : message, formats);
}
