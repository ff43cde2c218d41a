import type { Formats } from './formats.ts';

/** A text of the catalogue: fixed, or written from its values. For `satisfies` in each part of the catalogue. */
// `never` lets every function with its own values in: the values are checked where a message is made.
export type CatalogueText = string | ((values: never, formats: Formats) => string);
