import { expect, test } from 'vitest';
import type { XmlHandlers } from '#main/excel/read/xml.ts';
import { walkXml } from '#main/excel/read/xml.ts';
import { MAIN, STRICT_MAIN } from '#tests/fixtures/xlsx/workbook-parts.ts';

const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** Writes down what the handlers are told: opened with their parent, closed, texts. */
async function walk(xml: string | Buffer, size = 1_000_000): Promise<string> {
  const told: string[] = [];
  const handlers: XmlHandlers = {
    open: (name, _, parent) => told.push(`<${parent}/${name}`),
    close: (name) => told.push(`${name}>`),
    text: (text) => told.push(text),
  };
  await walkXml(inPieces(Buffer.from(xml), size), 'part.xml', handlers);
  return told.join(' ');
}

const refused = (code: string): unknown => expect.objectContaining({ code, details: { part: 'part.xml' } });

test.each([
  ['default', `<a xmlns="${MAIN}"><b>t</b></a>`],
  ['prefixed', `<x:a xmlns:x="${MAIN}"><x:b>t</x:b></x:a>`],
  ['strict', `<a xmlns="${STRICT_MAIN}"><b>t</b></a>`],
  ['none', '<a><b>t</b></a>'],
  ['prefix changed on the way', `<x:a xmlns:x="${MAIN}"><y:b xmlns:y="${STRICT_MAIN}">t</y:b></x:a>`],
])('namespaces: %s', async (_, xml) => {
  expect(await walk(xml)).toBe('</a <a/b t b> a>');
});

test('elements of other namespaces are left out with all that is in them', async () => {
  const xml = `<a xmlns="${MAIN}" xmlns:z="urn:other"><z:b>no<c>no</c></z:b><c>yes</c><b xmlns="urn:other"><c>no</c></b></a>`;
  expect(await walk(xml)).toBe('</a <a/c yes c> a>');
});

test('of alternate content the first branch that is understood is taken, else the fallback', async () => {
  const content = (requires: string) =>
    `<a xmlns="${MAIN}" xmlns:m="${MAIN}" xmlns:z="urn:other" xmlns:mc="${MC}"><mc:AlternateContent>
<mc:Choice Requires="${requires}"><b>choice</b></mc:Choice><mc:Fallback><b>fallback</b></mc:Fallback></mc:AlternateContent></a>`;
  expect((await walk(content('z'))).replaceAll('\n', '').trim()).toMatch(/^<\/a\s+<a\/b fallback b>\s+a>$/);
  expect((await walk(content('m'))).replaceAll('\n', '').trim()).toMatch(/^<\/a\s+<a\/b choice b>\s+a>$/);
  expect((await walk(content('m z'))).includes('fallback')).toBe(true);
});

test('alternate content without a branch that is understood is nothing', async () => {
  const xml = `<a xmlns="${MAIN}" xmlns:mc="${MC}"><mc:AlternateContent><mc:Choice xmlns:z="urn:z" Requires="z"><b/></mc:Choice></mc:AlternateContent><c/></a>`;
  expect(await walk(xml)).toBe('</a <a/c c> a>');
});

test('pieces may end anywhere, in the middle of a letter too', async () => {
  const xml = `<?xml version="1.0"?><a xmlns="${MAIN}"><b>£ 令和 &amp; 𝄞</b></a>`;
  for (const size of [1, 2, 3, 7]) expect(await walk(xml, size)).toBe('</a <a/b £ 令和 & 𝄞 b> a>');
});

test.each([
  ['UTF-8 with a mark', Buffer.from('\ufeff<a>é</a>')],
  ['UTF-16 little-endian with a mark', Buffer.from('\ufeff<a>é</a>', 'utf16le')],
  ['UTF-16 big-endian with a mark', Buffer.from('\ufeff<a>é</a>', 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from('<a>é</a>', 'utf16le')],
  ['a declared encoding', Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>', 'latin1')],
])('%s is decoded', async (_, bytes) => {
  expect(await walk(bytes)).toBe('</a é a>');
});

test('a document type is refused, whether it defines entities or not', async () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>';
  await expect(walk(bomb)).rejects.toEqual(refused('unsafe-xml'));
  await expect(walk('<!DOCTYPE a><a/>')).rejects.toEqual(refused('unsafe-xml'));
});

test.each([
  ['nothing', ''],
  ['no XML', 'PK and so on'],
  ['an element not closed', '<a><b></a>'],
  ['a document cut off', '<a><b>'],
  ['an entity that is not defined', '<a>&nbsp;</a>'],
  ['a prefix that is not declared', `<x:a/>`],
  ['another vocabulary', '<a xmlns="urn:other"/>'],
  ['an attribute that stands twice', '<a b="1" b="2"/>'],
  ['a letter that is not UTF-8', Buffer.from('<a>\xe9</a>', 'latin1')],
  ['an encoding that nobody knows', '<?xml version="1.0" encoding="klingon"?><a/>'],
  ['elements nested too deep', '<a>'.repeat(300)],
])('%s is damage', async (_, xml) => {
  await expect(walk(xml)).rejects.toEqual(refused('damaged-part'));
});

test('a fault in a handler is not mistaken for damage of the file', async () => {
  const fault = new TypeError('a fault of the program');
  const handlers = {
    open: () => {
      throw fault;
    },
  };
  await expect(walkXml(inPieces(Buffer.from('<a/>'), 10), 'part.xml', handlers)).rejects.toBe(fault);
});
