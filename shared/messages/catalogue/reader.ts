import type { Formats } from '../formats.ts';

type InFile = { readonly file: string };
type InPart = InFile & { readonly part: string };
type InSheet = InFile & { readonly sheet: string };
type Beyond = InFile & { readonly limit: number };

const SAVE_AS_XLSX =
  'Open it in a spreadsheet program, save it as an Excel workbook (.xlsx), and import that.';
const ASK_FOR_A_NEW_COPY =
  'Open it in a spreadsheet program and save it again, or ask for a new copy, and import that.';

/** Why a spreadsheet could not be read: what it is, where it stopped, what to do. */
export const readerMessages = {
  'reader.not-found': ({ file }: InFile) =>
    `${file} is not there any more. Check that it was not moved, renamed or deleted.`,
  'reader.not-readable': ({ file }: InFile) =>
    `${file} could not be opened. Close it in other programs and check that you may read it, then try again.`,
  'reader.not-a-file': ({ file }: InFile) => `${file} is a folder. Choose a spreadsheet in it.`,
  'reader.empty-file': ({ file }: InFile) =>
    `${file} is empty: it holds nothing at all. Choose another file, or ask for a new copy.`,
  'reader.file-too-large': (
    { file, megabytes, limit }: Beyond & { readonly megabytes: number },
    { count }: Formats,
  ) =>
    `${file} has ${count(megabytes)} MB; at most ${count(limit)} MB can be read. Save the sheets you need in a workbook of their own.`,
  'reader.lock-file': ({ file, original }: InFile & { readonly original: string }) =>
    `${file} is not a spreadsheet: it marks that somebody has ${original} open. Choose ${original} itself.`,
  'reader.encrypted': ({ file }: InFile) =>
    `${file} is protected with a password. Open it in Excel, remove the password under File, Info, Protect Workbook, save it, and import it again.`,
  'reader.xls': ({ file }: InFile) =>
    `${file} is in the older Excel format (.xls, Excel 97 to 2003). ${SAVE_AS_XLSX}`,
  'reader.xlsb': ({ file }: InFile) => `${file} is a binary Excel workbook (.xlsb). ${SAVE_AS_XLSX}`,
  'reader.ods': ({ file }: InFile) => `${file} is an OpenDocument file. ${SAVE_AS_XLSX}`,
  'reader.numbers': ({ file }: InFile) =>
    `${file} is an Apple iWork file. Export it from Numbers as an Excel workbook, and import that.`,
  'reader.html': ({ file }: InFile) =>
    `${file} is a web page, even if its name says otherwise. ${SAVE_AS_XLSX}`,
  'reader.xml-spreadsheet': ({ file }: InFile) => `${file} is an XML file, not a workbook. ${SAVE_AS_XLSX}`,
  'reader.pdf': ({ file }: InFile) =>
    `${file} is a PDF document. Figures cannot be taken from a PDF safely: ask for the spreadsheet it was made from.`,
  'reader.word': ({ file }: InFile) =>
    `${file} is a word-processing document. Copy its table into a workbook, save that, and import it.`,
  'reader.presentation': ({ file }: InFile) =>
    `${file} is a presentation. Copy its table into a workbook, save that, and import it.`,
  'reader.plan': ({ file }: InFile) => `${file} is a Perennial plan. Open it instead of importing it.`,
  'reader.not-a-workbook': ({ file }: InFile) =>
    `${file} is a zip archive without a workbook in it. Unpack it and import the spreadsheet from inside.`,
  'reader.unknown-format': ({ file }: InFile) =>
    `${file} is not a spreadsheet that can be read here. Excel workbooks (.xlsx, .xlsm) and text tables (.csv, .tsv) can.`,
  'reader.damaged-zip': ({ file }: InFile) =>
    `${file} is damaged or was not copied completely. ${ASK_FOR_A_NEW_COPY}`,
  'reader.damaged-part': ({ file, part }: InPart) =>
    `${file} is damaged: its part ${part} cannot be read. ${ASK_FOR_A_NEW_COPY}`,
  'reader.part-missing': ({ file, part }: InPart) =>
    `${file} is incomplete: its part ${part} is missing. ${ASK_FOR_A_NEW_COPY}`,
  'reader.part-twice': ({ file, part }: InPart) =>
    `${file} holds its part ${part} twice with different content, so it is not certain which figures are meant. ${ASK_FOR_A_NEW_COPY}`,
  'reader.unsafe-xml': ({ file, part }: InPart) =>
    `${file} was refused for safety: its part ${part} declares a document type, which no workbook needs. ${ASK_FOR_A_NEW_COPY}`,
  'reader.no-sheets': ({ file }: InFile) =>
    `${file} has no worksheet with cells. Choose a workbook with at least one.`,
  'reader.cell-outside-sheet': ({ file, sheet, address }: InSheet & { readonly address: string }) =>
    `${file} is damaged: sheet ${sheet} names a cell ${address}, which no worksheet has. ${ASK_FOR_A_NEW_COPY}`,
  'reader.shared-text-missing': ({ file, sheet, cell }: InSheet & { readonly cell: string }) =>
    `${file} is damaged: cell ${cell} of sheet ${sheet} points to a text that the file does not hold. ${ASK_FOR_A_NEW_COPY}`,
  'reader.too-many-parts': ({ file, limit }: Beyond, { count }: Formats) =>
    `${file} was refused for safety: it holds more than ${count(limit)} parts. ${ASK_FOR_A_NEW_COPY}`,
  'reader.unpacks-too-large': ({ file, limit }: Beyond, { count }: Formats) =>
    `${file} was refused for safety: unpacked it would have more than ${count(limit)} MB. Save the sheets you need in a workbook of their own.`,
  'reader.packed-too-tightly': ({ file, part }: InPart) =>
    `${file} was refused for safety: its part ${part} unpacks to far more than its size, as harmful files do. Save the sheets you need in a workbook of their own.`,
  'reader.too-many-cells': ({ file, limit }: Beyond, { count }: Formats) =>
    `${file} has more than ${count(limit)} filled cells. Save the sheets you need in a workbook of their own.`,
  'reader.too-much-text': ({ file, limit }: Beyond, { count }: Formats) =>
    `${file} holds more than ${count(limit)} MB of text. Save the sheets you need in a workbook of their own.`,
  'reader.too-many-merges': ({ file, sheet, limit }: Beyond & InSheet, { count }: Formats) =>
    `Sheet ${sheet} of ${file} has more than ${count(limit)} merged ranges. Remove the merges, save, and import it again.`,
  'reader.open-quote': ({ file, line }: InFile & { readonly line: number }, { count }: Formats) =>
    `${file} has a quotation mark on line ${count(line)} that is opened and not closed properly. Correct that line in a text editor and import it again.`,
  'reader.row-too-long': ({ file, line, limit }: Beyond & { readonly line: number }, { count }: Formats) =>
    `${file} has a row at line ${count(line)} with more than ${count(limit)} characters. Check for a quotation mark that is not closed.`,
  'reader.cancelled': ({ file }: InFile) => `Reading ${file} was cancelled. Nothing was changed.`,
} as const;
