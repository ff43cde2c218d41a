import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { workbookBytes, workbookParts } from '#tests/fixtures/xlsx/workbook-parts.ts';
import { markEncrypted, patchDirectory, renameInZip, zipBytes } from '#tests/fixtures/xlsx/zip-bytes.ts';
import { readBytes, refuseBytes } from './read-fixture.ts';

const ONE_CELL = { sheets: [{ rows: '<row><c><v>42</v></c></row>' }] };
const SHEET = 'xl/worksheets/sheet1.xml';

async function readFirst(bytes: Buffer): Promise<string | undefined> {
  return (await readBytes(bytes)).sheets[0]?.cell(0, 0).raw;
}

test('part names with backslashes, a leading slash and other letter cases are found', async () => {
  const parts = workbookParts(ONE_CELL);
  const { [SHEET]: sheet = '', ...others } = parts;
  const bytes = await zipBytes({ ...others, 'XL/Worksheets/SHEET1.xml': sheet });
  expect(await readFirst(bytes)).toBe('42');
  const backslashes = Object.keys(parts).reduce(
    (zip, name) => renameInZip(zip, name, name.replaceAll('/', '\\')),
    await zipBytes(parts),
  );
  expect(await readFirst(backslashes)).toBe('42');
  const { 'xl/workbook.xml': workbook = '', ...rest } = parts;
  const absolute = renameInZip(
    await zipBytes({ ...rest, '_xl/workbook.xml': workbook }),
    '_xl/workbook.xml',
    '/xl/workbook.xml',
  );
  expect(await readFirst(absolute)).toBe('42');
});

test('a part that stands twice is read when both are the same', async () => {
  const parts = workbookParts(ONE_CELL);
  const bytes = await zipBytes([
    ...Object.entries(parts),
    [SHEET, parts[SHEET] ?? ''],
    ['docProps/app.xml', 'a'],
    ['docProps/app.xml', 'b'],
  ]);
  expect(await readFirst(bytes)).toBe('42');
});

test('a part that stands twice with different content is refused, in any spelling of its name', async () => {
  const parts = workbookParts(ONE_CELL);
  for (const name of [SHEET, SHEET.toUpperCase()]) {
    const other = (parts[SHEET] ?? '').replace('42', '43');
    expect(await refuseBytes(await zipBytes([...Object.entries(parts), [name, other]]))).toMatchObject({
      code: 'part-twice',
      details: { part: SHEET },
    });
  }
});

test('a file that was cut off, or has rubbish for a directory, is damaged', async () => {
  const bytes = await workbookBytes(ONE_CELL);
  expect((await refuseBytes(bytes.subarray(0, bytes.length - 100))).code).toBe('damaged-zip');
  expect((await refuseBytes(bytes.subarray(0, 4))).code).toBe('damaged-zip');
  const rubbish = patchDirectory(bytes, SHEET, (entry) => entry.writeUInt32LE(0, 0));
  expect((await refuseBytes(rubbish)).code).toBe('damaged-zip');
  expect((await refuseBytes(await zipBytes({}))).code).toBe('damaged-zip');
});

test('a flipped bit is found by the checksum, even where the XML stays well-formed', async () => {
  const bytes = patchDirectory(await workbookBytes(ONE_CELL), SHEET, (entry) => {
    entry.writeUInt32LE(entry.readUInt32LE(16) ^ 1, 16);
  });
  expect(await refuseBytes(bytes)).toMatchObject({ code: 'damaged-part', details: { part: SHEET } });
});

test('content that does not unpack, or to another size than declared, is damaged', async () => {
  const bytes = await workbookBytes(ONE_CELL);
  const [header] = [bytes.indexOf(SHEET) + SHEET.length];
  const torn = Buffer.from(bytes).fill(0xff, header + 20, header + 60);
  expect(await refuseBytes(torn)).toMatchObject({ code: 'damaged-part', details: { part: SHEET } });
  for (const change of [-20, 20]) {
    const lying = patchDirectory(bytes, SHEET, (entry) =>
      entry.writeUInt32LE(entry.readUInt32LE(24) + change, 24),
    );
    expect(await refuseBytes(lying)).toMatchObject({ code: 'damaged-part', details: { part: SHEET } });
  }
});

test('a zip with a password on its parts is told as protected', async () => {
  const bytes = markEncrypted(await workbookBytes(ONE_CELL), Object.keys(workbookParts(ONE_CELL)));
  expect((await refuseBytes(bytes)).code).toBe('encrypted');
});

test('a bomb is refused by its directory, before anything is unpacked', async () => {
  const zeros = Buffer.alloc(9 * 1024 * 1024);
  expect(zeros.length / deflateRawSync(zeros).length).toBeGreaterThan(400);
  expect(await refuseBytes(await workbookBytes(ONE_CELL, { 'xl/media/image1.png': zeros }))).toMatchObject({
    code: 'packed-too-tightly',
    details: { part: 'xl/media/image1.png' },
  });
});

test('small parts pack tightly by nature and are not judged by it', async () => {
  const rows = `<row r="1"><c><v>1</v></c></row>${'<row/>'.repeat(300_000)}`;
  const bytes = await workbookBytes({ sheets: [{ rows }] });
  expect((await readBytes(bytes)).sheets[0]?.rows).toBe(1);
});

test.each([
  [{ zipEntries: 4 }, { code: 'too-many-parts', details: { limit: 4 } }],
  [{ entryBytes: 100 }, { code: 'unpacks-too-large' }],
  [{ totalBytes: 1000 }, { code: 'unpacks-too-large', details: { limit: 1 } }],
  [{ fileBytes: 100 }, { code: 'file-too-large', details: { megabytes: 1, limit: 1 } }],
])('limits hold: %o', async (limits, refusal) => {
  expect(await refuseBytes(await workbookBytes(ONE_CELL), { limits })).toMatchObject(refusal);
});

test('a size beyond what the file itself could hold is refused though the directory claims it is small', async () => {
  const bytes = await workbookBytes(ONE_CELL);
  const huge = patchDirectory(bytes, SHEET, (entry) => entry.writeUInt32LE(0xf000_0000, 24));
  expect((await refuseBytes(huge)).code).toBe('unpacks-too-large');
});
