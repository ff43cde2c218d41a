import { expect, it } from 'vitest';
import { unpackImport } from '#main/import/import-service.ts';
import { readImportTask } from '#main/import/read-task.ts';

const context = { onProgress: () => undefined, signal: new AbortController().signal };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

it('reads a file to its report, with the digest of its bytes', async () => {
  const csv = 'Scheme;2026/27;2027/28\nRetrofit;1.200,50;1.300\nBridge;100;200\nTotal;1.300,50;1.500\n';
  const shares: number[] = [];
  const output = await readImportTask(
    { bytes: bytesOf(csv), name: 'plan.csv', locale: { locale: 'de-DE', isChosen: true } },
    { ...context, onProgress: (share) => shares.push(share) },
  );
  if (!output.ok) throw new Error(output.message.id);
  const { report } = unpackImport(output.packed);
  expect(report).toMatchObject({
    file: 'plan.csv',
    sha256: 'b5351e56e8540f92a6aa4e6f43cf7499433db07de1265d842a287e74ebf952b1',
    sheets: [{ name: 'plan', rows: 4, columns: 3 }],
    tables: [
      { currency: 'EUR', yearColumns: [{ total: '1300.5' }, { total: '1500' }], rows: { data: 2, total: 1 } },
    ],
    plan: { lines: 2, sources: 0, years: 2 },
  });
  expect(shares.at(-1)).toBe(1);
});

it('answers a file that cannot be read with the reason', async () => {
  expect(
    await readImportTask(
      { bytes: bytesOf(''), name: 'empty.xlsx', locale: { locale: 'en-GB', isChosen: false } },
      context,
    ),
  ).toEqual({
    ok: false,
    message: { id: 'reader.empty-file', values: { file: 'empty.xlsx' } },
  });
});
