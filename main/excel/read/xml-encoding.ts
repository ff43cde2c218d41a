/** Turns the bytes of an XML part into text, piece by piece; null ends it. Throws on bytes that are no text. */
export type XmlDecoder = (bytes: Buffer | null) => string;

/**
 * Judges the encoding by the first bytes, as XML prescribes: a byte order mark, a `<` in two bytes, the declaration,
 * else UTF-8.
 */
export function createXmlDecoder(): XmlDecoder {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  return (bytes) => {
    if (decoder === null) {
      if (bytes === null) return '';
      decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    }
    return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
  };
}

function encodingOf(bytes: Buffer): string {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declaration = bytes.toString('latin1', 0, 200);
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1] ?? 'utf-8';
}
