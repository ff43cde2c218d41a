import { refusal } from './refusal.ts';

/** Turns the bytes of an XML part into text, piece by piece; null ends it. Bytes that are no text are refused. */
export type XmlDecoder = (bytes: Buffer | null) => string;

/**
 * Judges the encoding by the first bytes, as XML prescribes: a byte order mark, a `<` in two bytes, the declaration,
 * else UTF-8. `part` is told in refusals.
 */
export function createXmlDecoder(part: string): XmlDecoder {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  return (bytes) => {
    if (decoder === null && bytes === null) return '';
    try {
      decoder ??= new TextDecoder(encodingOf(bytes ?? Buffer.of()), { fatal: true });
      return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (error) {
      // A decoder throws for an encoding it does not know and for bytes that are not in its encoding.
      throw refusal('damaged-part', { part }, error);
    }
  };
}

function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declaration = bytes.toString('latin1', 0, 200);
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1] ?? 'utf-8';
}
