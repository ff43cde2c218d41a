import { refusal } from './refusal.ts';
import type { TextFormat } from './sheet.ts';

type Decoded = { readonly text: string; readonly encoding: TextFormat['encoding'] };

/** How far the search for the zero bytes of UTF-16 looks. */
const SAMPLE_BYTES = 4096;

/**
 * Decodes a text file: by its byte order mark, else as UTF-16 when every second byte of its letters is zero, else as UTF-8,
 * else, when it is no valid UTF-8, as Windows-1252 (what Excel writes as "CSV" in Western Europe and America).
 */
export function decodeText(bytes: Buffer): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeAs('utf-8', bytes);
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  const utf16 = findUtf16(bytes.subarray(0, SAMPLE_BYTES));
  if (utf16 !== null) return decodeAs(utf16, bytes);
  if (bytes.includes(0)) throw refusal('unknown-format', {});
  return isUtf8(bytes) ? decodeAs('utf-8', bytes) : decodeAs('windows-1252', bytes);
}

/** The decoder drops a byte order mark. */
function decodeAs(encoding: Decoded['encoding'], bytes: Buffer): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    // A fatal decoder reports bytes that are not UTF-8 by this error.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Digits, delimiters and Western letters have a zero byte in UTF-16: at least two in five of one half of the bytes. */
function findUtf16(sample: Buffer): 'utf-16le' | 'utf-16be' | null {
  let evenZeros = 0;
  let oddZeros = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  });
  const enough = sample.length / 5;
  if (oddZeros > enough && evenZeros === 0) return 'utf-16le';
  return evenZeros > enough && oddZeros === 0 ? 'utf-16be' : null;
}
