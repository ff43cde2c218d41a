import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readWorkbook } from '#main/excel/read/read-workbook.ts';
import { readerMessages } from '#shared/messages/catalogue/reader.ts';
import { workbookBytes } from '#tests/fixtures/xlsx/workbook-parts.ts';
import { refuseBytes } from './read-fixture.ts';

const ROWS = '<row><c><v>42</v></c></row>'.repeat(20_000);

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-read-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('a file is read from its path', async () => {
  const path = join(await temporaryFolder(), 'Plan.xlsx');
  await writeFile(path, await workbookBytes({ sheets: [{ rows: '<row><c><v>42</v></c></row>' }] }));
  const result = await readWorkbook(path);
  expect(result).toMatchObject({ ok: true });
});

test('paths that lead to no file are refused', async () => {
  const folder = await temporaryFolder();
  const missing = join(folder, 'gone.xlsx');
  expect(await readWorkbook(missing)).toEqual({
    ok: false,
    code: 'not-found',
    details: { file: 'gone.xlsx' },
  });
  expect(await readWorkbook(folder)).toMatchObject({ ok: false, code: 'not-a-file' });
});

test('a file above the size limit is refused without reading it', async () => {
  const path = join(await temporaryFolder(), 'large.csv');
  await writeFile(path, 'a,b\n'.repeat(1000));
  expect(await readWorkbook(path, { limits: { fileBytes: 1024 } })).toEqual({
    ok: false,
    code: 'file-too-large',
    details: { file: 'large.csv', megabytes: 1, limit: 1 },
  });
});

test.each(['xlsx', 'csv'])('progress of %s rises to 1 in at most a hundred steps', async (kind) => {
  const bytes =
    kind === 'csv'
      ? Buffer.from('a,b,c\n'.repeat(100_000))
      : await workbookBytes({ sheets: [{ rows: ROWS }] });
  const shares: number[] = [];
  await readWorkbook(bytes, { onProgress: (share) => shares.push(share) });
  expect(shares.at(-1)).toBe(1);
  expect(shares.length).toBeGreaterThan(3);
  expect(shares.length).toBeLessThanOrEqual(100);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test.each(['xlsx', 'csv'])('reading %s can be cancelled before and on the way', async (kind) => {
  const bytes =
    kind === 'csv'
      ? Buffer.from('a,b,c\n'.repeat(100_000))
      : await workbookBytes({ sheets: [{ rows: ROWS }] });
  expect((await refuseBytes(bytes, { signal: AbortSignal.abort() })).code).toBe('cancelled');
  const abort = new AbortController();
  const shares: number[] = [];
  const onProgress = (share: number) => {
    shares.push(share);
    abort.abort();
  };
  expect((await refuseBytes(bytes, { signal: abort.signal, onProgress })).code).toBe('cancelled');
  expect(shares).toHaveLength(1);
});

test('every refusal has a sentence that names the file and ends as a sentence', () => {
  const values = {
    file: 'Plan 2026.xlsx',
    part: 'xl/workbook.xml',
    sheet: 'Plan',
    cell: 'B2',
    address: 'XFE1',
    original: 'Plan.xlsx',
    limit: 10,
    megabytes: 12,
    line: 3,
  };
  const formats = { count: String };
  for (const [id, write] of Object.entries(readerMessages)) {
    // Each text takes some of these values; which ones is held by the types where a refusal is made.
    const sentence = (write as (values: object, formats: object) => string)(values, formats);
    expect(sentence, id).toMatch(/^[^!]*Plan 2026\.xlsx[^!]*\.$/);
    expect(sentence, id).not.toMatch(/undefined|NaN/);
  }
});
