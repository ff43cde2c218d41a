import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAddress } from '#main/excel/read/a1.ts';
import { decimalText } from '#main/excel/read/decimal-text.ts';
import { readWorkbook } from '#main/excel/read/read-workbook.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';
import { exportToFolder, planToExport } from '#tests/fixtures/exported-plan.ts';
import { recalculate } from './libreoffice.ts';
import { SPOILT, spoilResults } from './spoil-results.ts';

/** The figure or text that every formula of a workbook shows, by sheet and cell. */
async function formulaResults(path: string): Promise<ReadonlyMap<string, string>> {
  const read = await readWorkbook(path);
  if (!read.ok) throw new Error(`${path}: ${read.code}`);
  const shown = new Map<string, string>();
  for (const sheet of read.value.sheets) {
    for (let row = 0; row < sheet.rows; row += 1) {
      for (const column of sheet.rowCells(row)) {
        const cell = sheet.cell(row, column);
        if (cell.formula === null) continue;
        const text = cell.kind === 'number' ? decimalText(cell) : cell.text;
        if (text === null) throw new Error(`${sheet.name}!${cellAddress(row, column)} holds no figure`);
        shown.set(`${sheet.name}!${cellAddress(row, column)}`, text);
      }
    }
  }
  return shown;
}

/** What another program calculates from a workbook whose own results were made wrong first. */
async function recalculatedResults(path: string): Promise<ReadonlyMap<string, string>> {
  const { bytes, spoilt } = await spoilResults(path);
  expect(spoilt).toBe((await formulaResults(path)).size);
  const copy = join(await mkdtemp(join(tmpdir(), 'perennial-spoilt-')), 'Spoilt.xlsx');
  await writeFile(copy, bytes);
  return formulaResults(await recalculate(copy));
}

async function expectSameFigures(plan: Plan): Promise<number> {
  const path = await exportToFolder(plan);
  const written = await formulaResults(path);
  const calculated = await recalculatedResults(path);
  expect([...calculated.values()].filter((text) => text === SPOILT)).toEqual([]);
  const differing = [...written].filter(([cell, text]) => text !== calculated.get(cell));
  expect(differing.map(([cell, text]) => [cell, text, calculated.get(cell)])).toEqual([]);
  return written.size;
}

describe('the exported workbook, calculated anew by LibreOffice', () => {
  it('shows every figure as it was written', async () => {
    expect(await expectSameFigures(planToExport())).toBeGreaterThan(80);
  });

  it('does so for any plan', async () => {
    for (const plan of fc.sample(arbitraryPlan, { numRuns: 6, seed: 20261122 })) {
      expect(await expectSameFigures(plan)).toBeGreaterThan(0);
    }
  });
});
