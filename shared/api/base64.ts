const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const NO_VALUE = 255;
const VALUES = new Uint8Array(256).fill(NO_VALUE);
for (const [value, code] of CODES.entries()) VALUES[code] = value;

/** Bytes turned into text at a time: a multiple of three, and few enough to be passed as arguments. */
const CHUNK = 6144;

/** Writes bytes as base64 (RFC 4648, with padding). */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(encodeChunk(bytes.subarray(at, at + CHUNK)));
  return parts.join('');
}

function encodeChunk(bytes: Uint8Array): string {
  const codes = Array<number>(Math.ceil(bytes.length / 3) * 4).fill('='.charCodeAt(0));
  let out = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(3, bytes.length - at) + 1;
    for (let letter = 0; letter < letters; letter += 1) {
      codes[out + letter] = CODES[(group >> (18 - 6 * letter)) & 63] ?? 0;
    }
    out += 4;
  }
  return String.fromCharCode.apply(null, codes);
}

/** Reads base64 text with padding; null when the text is anything else. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const letters = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let out = 0;
  for (let at = 0; at < letters; at += 4) {
    let group = 0;
    for (let letter = 0; letter < 4; letter += 1) {
      const value = at + letter < letters ? (VALUES[text.charCodeAt(at + letter)] ?? NO_VALUE) : 0;
      if (value === NO_VALUE) return null;
      group = (group << 6) | value;
    }
    for (let shift = 16; shift >= 0 && out < bytes.length; shift -= 8) bytes[out++] = (group >> shift) & 255;
  }
  return bytes;
}
