import type { readerMessages } from '#shared/messages/catalogue/reader.ts';

type Messages = typeof readerMessages;
type CodeOf<Id> = Id extends `reader.${infer Code}` ? Code : never;

/** Why a file was refused. The sentence is the message `reader.<code>` with the details as its values. */
export type RefusalCode = CodeOf<keyof Messages>;
type Details<Code extends RefusalCode> = Parameters<Messages[`reader.${Code}`]>[0];
type DetailsWithoutFile<Code extends RefusalCode> = Omit<Details<Code>, 'file'>;

/** A file that was not read: the reason, and the values that its sentence needs. */
export type ReadRefusal = {
  [Code in RefusalCode]: { readonly ok: false; readonly code: Code; readonly details: Details<Code> };
}[RefusalCode];

/** Carries a refusal out of the depth of a part; `readWorkbook` turns it into a value. */
export class RefusalError extends Error {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: RefusalCode,
    details: Readonly<Record<string, string | number>>,
    options?: { readonly cause: unknown },
  ) {
    super(`refused: ${code}`, options);
    this.name = 'RefusalError';
    this.code = code;
    this.details = details;
  }
}

/** Makes the error to throw for a refusal; the file's name is added where the refusal becomes a value. */
export function refusal<Code extends RefusalCode>(
  code: Code,
  details: DetailsWithoutFile<Code>,
  cause?: unknown,
): RefusalError {
  // Every value of the reader's messages is a text or a number.
  const values = details as Readonly<Record<string, string | number>>;
  return new RefusalError(code, values, cause === undefined ? undefined : { cause });
}

/** The refusal as a value, with the name of the file. */
export function toRefusal(error: RefusalError, file: string): ReadRefusal {
  // `refusal` has paired code and details; the compiler cannot follow that pairing through the error object.
  return { ok: false, code: error.code, details: { ...error.details, file } } as ReadRefusal;
}
