import type { catalogue } from './catalogue/index.ts';
import type { Formats } from './formats.ts';

type Catalogue = typeof catalogue;
export type MessageId = keyof Catalogue;

/** The values that a text needs; `undefined` for a text without placeholders. */
type MessageValues<Id extends MessageId> = Catalogue[Id] extends (
  values: infer Values,
  formats: Formats,
) => string
  ? Values
  : undefined;

/** The ids of the texts that need no values: labels, buttons, headings. */
export type PlainMessageId = {
  [Id in MessageId]: Catalogue[Id] extends string ? Id : never;
}[MessageId];

/** A text for people as data: an id of the catalogue and its values, all of them JSON. It crosses processes and is written out at the last moment. */
export type Message =
  | { readonly id: PlainMessageId; readonly values?: undefined }
  | {
      [Id in Exclude<MessageId, PlainMessageId>]: { readonly id: Id; readonly values: MessageValues<Id> };
    }[Exclude<MessageId, PlainMessageId>];
