/**
 * SHA-256 as FIPS 180-4 defines it. Our own, because a digest is needed at once wherever a plan is: the browser's is
 * only to be had asynchronously, Node's not at all in the window.
 */
const BLOCK_BYTES = 64;
const ROUND_CONSTANTS = Uint32Array.from(firstPrimes(64), (prime) => fractionBits(Math.cbrt(prime)));
const START = firstPrimes(8).map((prime) => fractionBits(Math.sqrt(prime)));

/** The digest of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  const state = Uint32Array.from(START);
  const schedule = new Uint32Array(64);
  const message = pad(utf8(text));
  for (let offset = 0; offset < message.length; offset += BLOCK_BYTES) {
    addBlock(state, schedule, new DataView(message.buffer, offset, BLOCK_BYTES));
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The first 32 bits behind the point: where the standard's constants come from. */
function fractionBits(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number++) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}

/** A set bit, zeros, and the length in bits as 64 bits fill the last block. */
function pad({ bytes, length }: { bytes: Uint8Array; length: number }): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((length + 9) / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(bytes.subarray(0, length));
  padded[length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(length) * 8n);
  return padded;
}

function addBlock(state: Uint32Array, schedule: Uint32Array, block: DataView): void {
  const word = (index: number) => schedule[index] ?? 0;
  for (let index = 0; index < 16; index++) schedule[index] = block.getUint32(index * 4);
  for (let index = 16; index < 64; index++) {
    const early = word(index - 15);
    const late = word(index - 2);
    const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[index] = word(index - 16) + small0 + word(index - 7) + small1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + big1 + choice + (ROUND_CONSTANTS[index] ?? 0) + word(index)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + big0 + majority) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The text in UTF-8; half a surrogate pair, which UTF-8 cannot say, becomes the replacement character. */
function utf8(text: string): { bytes: Uint8Array; length: number } {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    let point = text.codePointAt(index) ?? 0;
    if (point > 0xff_ff) index++;
    else if (point >= 0xd8_00 && point <= 0xdf_ff) point = 0xff_fd;
    if (point < 0x80) bytes[length++] = point;
    else if (point < 0x8_00) {
      bytes[length++] = 0xc0 | (point >>> 6);
      bytes[length++] = 0x80 | (point & 0x3f);
    } else if (point < 0x1_00_00) {
      bytes[length++] = 0xe0 | (point >>> 12);
      bytes[length++] = 0x80 | ((point >>> 6) & 0x3f);
      bytes[length++] = 0x80 | (point & 0x3f);
    } else {
      bytes[length++] = 0xf0 | (point >>> 18);
      bytes[length++] = 0x80 | ((point >>> 12) & 0x3f);
      bytes[length++] = 0x80 | ((point >>> 6) & 0x3f);
      bytes[length++] = 0x80 | (point & 0x3f);
    }
  }
  return { bytes, length };
}
