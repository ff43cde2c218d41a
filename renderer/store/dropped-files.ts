import type { Message } from '#shared/messages/message.ts';

/** What is done with files that were dropped on the window. */
export type Dropped<Named> =
  | { readonly kind: 'plan' | 'spreadsheet'; readonly file: Named }
  | { readonly kind: 'refused'; readonly message: Message }
  | { readonly kind: 'nothing' };

const PLAN = /\.perennial$/i;
/** Those that cannot be read are among them: the reader says what they are and how to bring them in. */
const SPREADSHEET = /\.(xlsx|xlsm|xltx|xltm|xls|xlsb|ods|fods|numbers|csv|tsv|txt)$/i;

/** A plan is opened, a spreadsheet imported, one file at a time; the kind is told by the name. */
export function takeDropped<Named extends { readonly name: string }>(
  files: readonly Named[],
): Dropped<Named> {
  const [file] = files;
  if (file === undefined) return { kind: 'nothing' };
  if (files.length > 1) return refused({ id: 'files.drop-one', values: { files: files.length } });
  if (PLAN.test(file.name)) return { kind: 'plan', file };
  if (SPREADSHEET.test(file.name)) return { kind: 'spreadsheet', file };
  return refused({ id: 'files.drop-unknown', values: { name: file.name } });
}

function refused(message: Message): { readonly kind: 'refused'; readonly message: Message } {
  return { kind: 'refused', message };
}
