import { basename } from 'node:path';
import { refusal } from './refusal.ts';
import type { RefusalError } from './refusal.ts';

/** What the bytes of a file are, as far as it can be read; extensions are not looked at, they lie too often. */
export type FileKind = 'zip' | 'text';

/** Enough to see what a text file is. */
const HEAD_BYTES = 4096;
/** The two bytes before the name of the person who has the document open. */
const LOCK_FILE = /^(?:~\$|\.~lock\.)(.+?)#?$/;

type Signature = { readonly bytes: readonly number[]; readonly refuse: (bytes: Buffer) => RefusalError };

const SIGNATURES: readonly Signature[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], refuse: refuseCompound },
  // Excel 2 to 4 wrote their records without any container.
  { bytes: [0x09, 0x00, 0x04, 0x00], refuse: () => refusal('xls', {}) },
  { bytes: [0x09, 0x02, 0x06, 0x00], refuse: () => refusal('xls', {}) },
  { bytes: [0x09, 0x04, 0x06, 0x00], refuse: () => refusal('xls', {}) },
  { bytes: [...Buffer.from('%PDF-')], refuse: () => refusal('pdf', {}) },
  { bytes: [...Buffer.from('{\\rtf')], refuse: () => refusal('word', {}) },
  { bytes: [...Buffer.from('SQLite format 3\0')], refuse: () => refusal('plan', {}) },
];

/** Judges a file by its bytes; throws a RefusalError that says what it is when it cannot be read. */
export function sniffFile(bytes: Buffer, file: string): FileKind {
  const lock = LOCK_FILE.exec(basename(file));
  if (lock !== null) throw refusal('lock-file', { original: lock[1] ?? '' });
  if (bytes.length === 0) throw refusal('empty-file', {});
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return 'zip';
  const signature = SIGNATURES.find((known) => startsWith(bytes, known.bytes));
  if (signature !== undefined) throw signature.refuse(bytes);
  refuseOtherText(bytes.subarray(0, HEAD_BYTES));
  return 'text';
}

function startsWith(bytes: Buffer, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** The old container of Office: its stream names, in UTF-16, tell an encrypted workbook from an old one. */
function refuseCompound(bytes: Buffer): RefusalError {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return refusal('encrypted', {});
  if (holds('WordDocument')) return refusal('word', {});
  if (holds('PowerPoint Document')) return refusal('presentation', {});
  return holds('Workbook') || holds('Book') ? refusal('xls', {}) : refusal('unknown-format', {});
}

function refuseOtherText(head: Buffer): void {
  // NULs left out: markup in UTF-16 reads the same.
  const start = head
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
    .toLowerCase();
  const isMarkup = /^<(?:[?!a-z])/.test(start);
  if (/^<(?:!doctype html|html|head|body|table|meta|div|style)\b/.test(start)) throw refusal('html', {});
  if (isMarkup && /<html\b/.test(start)) throw refusal('html', {});
  if (isMarkup && /^<(?:\?xml|!doctype|workbook)\b/.test(start)) throw refusal('xml-spreadsheet', {});
  if (isBinary(head)) throw refusal('unknown-format', {});
}

/** Control characters that no table of text holds. NULs alone may be UTF-16, which the decoding judges. */
function isBinary(head: Buffer): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte > 0 && byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c)
      controls += 1;
  }
  return controls > head.length / 100;
}
