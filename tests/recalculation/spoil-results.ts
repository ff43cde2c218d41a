import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { zipBytes } from '#tests/fixtures/xlsx/zip-bytes.ts';

/** A figure that no test plan holds. */
export const SPOILT = '987654321';

/**
 * Replaces the cached result of every formula of a workbook by a wrong one, so that a program that shows the right
 * figures afterwards has calculated them itself.
 */
export async function spoilResults(path: string): Promise<{ bytes: Uint8Array; spoilt: number }> {
  const parts = await readParts(await readFile(path));
  let spoilt = 0;
  for (const [name, content] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    parts[name] = content.replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, (_whole, end: string) => {
      spoilt += 1;
      return `${end}<v>${SPOILT}</v>`;
    });
  }
  return { bytes: await zipBytes(parts), spoilt };
}

async function readParts(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(bytes, {
    lazyEntries: false,
  });
  const parts: Record<string, string> = {};
  const reading: Promise<void>[] = [];
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      reading.push(readPart(zip, entry).then((content) => void (parts[entry.fileName] = content)));
    });
    zip.on('end', resolve);
    zip.on('error', reject);
  });
  await Promise.all(reading);
  return parts;
}

async function readPart(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<string> {
  const stream = await promisify(zip.openReadStream.bind(zip))(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer); // a byte stream without an encoding set
  return Buffer.concat(chunks).toString('utf8');
}
