import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readImportTask } from '#main/import/read-task.ts';
import { exportToFolder, planToExport } from '#tests/fixtures/exported-plan.ts';

it('does not take a workbook that Perennial exported for a table: it shows one plan several times over', async () => {
  const path = await exportToFolder(planToExport());
  const input = {
    bytes: new Uint8Array(await readFile(path)),
    name: 'Plan.xlsx',
    locale: { locale: 'en-GB', isChosen: false },
  };
  const context = { onProgress: () => undefined, signal: new AbortController().signal };
  expect(await readImportTask(input, context)).toEqual({
    ok: false,
    message: { id: 'import.exported-plan', values: { file: 'Plan.xlsx' } },
  });
});
