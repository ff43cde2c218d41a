import { expect, test } from 'vitest';
import { relationshipsXml } from '#tests/fixtures/xlsx/workbook-parts.ts';
import { zipBytes } from '#tests/fixtures/xlsx/zip-bytes.ts';
import { readBytes, refuseBytes } from './read-fixture.ts';

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The container of old Office files with one stream name in its directory. */
function compoundFile(stream: string): Buffer {
  return Buffer.concat([COMPOUND, Buffer.alloc(1016), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);
}

test.each([
  ['an encrypted workbook', compoundFile('EncryptedPackage'), 'encrypted'],
  ['an xls workbook', compoundFile('Workbook'), 'xls'],
  ['an Excel 95 workbook', compoundFile('Book'), 'xls'],
  ['an Excel 4 sheet', Buffer.from('090406000000100000000000', 'hex'), 'xls'],
  ['an old Word document', compoundFile('WordDocument'), 'word'],
  ['an old presentation', compoundFile('PowerPoint Document'), 'presentation'],
  ['some other old container', compoundFile('Contents'), 'unknown-format'],
  ['a PDF', Buffer.from('%PDF-1.7\n...'), 'pdf'],
  ['rich text', Buffer.from('{\\rtf1\\ansi Plan}'), 'word'],
  ['a plan of this program', Buffer.from('SQLite format 3\0...'), 'plan'],
  ['a web page', Buffer.from('<!DOCTYPE html><html><body>'), 'html'],
  [
    'a web page that begins with a mark and a table',
    Buffer.from('\ufeff \n<TABLE border=1><tr><td>1'),
    'html',
  ],
  ['a web page in UTF-16', Buffer.from('\ufeff<html><body>', 'utf16le'), 'html'],
  ['a web page of Office', Buffer.from('<?xml version="1.0"?><html xmlns:x="urn:x">'), 'html'],
  [
    'an XML spreadsheet',
    Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>'),
    'xml-spreadsheet',
  ],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000001000000', 'hex'), 'unknown-format'],
  ['nothing', Buffer.alloc(0), 'empty-file'],
  ['white space alone', Buffer.from(' \r\n\r\n'), 'empty-file'],
])('%s is told as what it is', async (_, bytes, code) => {
  expect((await refuseBytes(bytes, { fileName: 'budget.xlsx' })).code).toBe(code);
});

test.each([
  [
    'a binary workbook',
    {
      '_rels/.rels': relationshipsXml([{ type: 'officeDocument', target: 'xl/workbook.bin' }]),
      'xl/workbook.bin': 'x',
    },
    'xlsb',
  ],
  [
    'an OpenDocument file',
    { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' },
    'ods',
  ],
  ['a Numbers file', { 'Index/Document.iwa': 'x' }, 'numbers'],
  ['a Word document', { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }, 'word'],
  ['a presentation', { '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<x/>' }, 'presentation'],
  ['some archive', { 'budget/plan.xlsx': 'x' }, 'not-a-workbook'],
])('%s is told as what it is', async (_, parts, code) => {
  expect((await refuseBytes(await zipBytes(parts), { fileName: 'budget.xlsx' })).code).toBe(code);
});

test.each(['~$Plan 2026.xlsx', '.~lock.Plan 2026.xlsx#'])('%s is told as a lock file', async (fileName) => {
  const bytes = Buffer.concat([Buffer.from([7]), Buffer.from('A. Clerk'), Buffer.alloc(157, 0x20)]);
  expect(await refuseBytes(bytes, { fileName: `/shared/${fileName}` })).toEqual({
    ok: false,
    code: 'lock-file',
    details: { file: fileName, original: 'Plan 2026.xlsx' },
  });
});

test('a text table is read whatever its name says', async () => {
  const { sheets, textFormat } = await readBytes(Buffer.from('Line;2025/26\nParks;1.200,50'), {
    fileName: 'plan.xls',
  });
  expect(textFormat).toEqual({ encoding: 'utf-8', delimiter: ';' });
  expect(sheets[0]?.cell(1, 1).raw).toBe('1.200,50');
});
