import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Edit } from '#shared/plan/edit.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const EDITS = 200;
const YEARS = 10;
/** What one edit of one cell may add: its own text and its inverse, a summary, who and when, and the index of its line. */
const MOST_BYTES_AN_EDIT = 1024;

/** By how many bytes the file of a plan with so many lines grows with an edit, on average. */
function bytesAnEdit(lines: number, editOf: (line: string, at: number) => Edit): number {
  const need = Array.from({ length: YEARS }, (_, year) => `${year + 1}000.50`);
  const ids = Array.from({ length: lines }, (_, index) => `line-${index}`);
  const path = join(tempFolder(), 'a.perennial');
  const document = makePlanFile(path, buildPlan({ years: YEARS, lines: ids.map((id) => ({ id, need })) }));
  const before = statSync(path).size;
  let state = document.opened;
  for (let at = 0; at < EDITS; at += 1)
    state = writeEdit(document, state, editOf(ids[(at * 37) % lines] ?? '', at));
  document.close();
  return (statSync(path).size - before) / EDITS;
}

const setCell = (line: string, at: number): Edit => ({
  kind: 'set-amounts',
  blocks: [
    {
      ref: { of: 'line', measure: 'need', line },
      from: String(2026 + (at % YEARS)),
      minor: [BigInt(at) * 7919n],
    },
  ],
});
const rename = (id: string, at: number): Edit => ({
  kind: 'update-line',
  id,
  changes: { title: `Renamed ${at}` },
});

it.each([
  ['an amount', setCell],
  ['a title', rename],
])('a file grows with the edits of %s, by as much in a plan of 10,000 lines as in one of 10', (_, editOf) => {
  const small = bytesAnEdit(10, editOf);
  const large = bytesAnEdit(10_000, editOf);
  expect(small).toBeLessThan(MOST_BYTES_AN_EDIT);
  expect(large).toBeLessThan(MOST_BYTES_AN_EDIT);
  // Pages are taken whole, and rows of a small table stand closer together.
  expect(large - small).toBeLessThan(128);
});
