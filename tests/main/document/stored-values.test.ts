import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { DocumentError } from '#main/document/document-error.ts';
import type { PlanDocument } from '#main/document/document.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, openPlanFile, readPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

/** A plan file with a step, in which a value was changed past the rules of its table. */
function fileWith(change: string): string {
  const path = join(tempFolder(), 'a.perennial');
  const plan = buildPlan({ years: 2, lines: [{ id: 'l1', need: ['1', '-2.50'] }] });
  const document = makePlanFile(path, plan);
  writeEdit(document, document.opened, { kind: 'set-plan', changes: { title: 'Renamed' } });
  document.close();
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA ignore_check_constraints = ON; ${change}`);
  db.close();
  return path;
}

function refusalOf(open: (path: string) => PlanDocument, path: string): unknown {
  try {
    open(path).close();
  } catch (error) {
    if (error instanceof DocumentError) return error.sentence;
    throw error;
  }
  return 'not refused';
}

describe.each([
  ['to edit it', openPlanFile],
  ['to read it', readPlanFile],
])('a plan file that is opened %s', (_, open) => {
  it.each([
    ['UPDATE amounts SET minor = 1000000000000000', 'amounts'],
    ['UPDATE amounts SET minor = -1000000000000000', 'amounts'],
    ['UPDATE amounts SET minor = 9223372036854775807', 'amounts'],
    ['UPDATE amounts SET origin = -1', 'amounts'],
    ['UPDATE amounts SET origin = 9007199254740992', 'amounts'],
    ["UPDATE amounts SET measure = 'wish'", 'amounts'],
    ["UPDATE amounts SET year = '2099' WHERE year = '2026'", 'amounts'],
    ["UPDATE amounts SET year = '2026 1 1;2027' WHERE year = '2027'", 'amounts'],
    ['UPDATE lines SET recurring = 7', 'lines.l1'],
    ['UPDATE lines SET is_evaluation = 2', 'lines.l1'],
    ["UPDATE journal SET action = 'burn'", 'journal'],
    ['UPDATE document SET seq = -1', 'document'],
  ])('is refused after %s', (change, where) => {
    expect(refusalOf(open, fileWith(change))).toMatchObject({ id: 'document.not-valid', values: { where } });
  });

  it('holds amounts and origins up to the largest, of either sign, exactly', () => {
    const path = fileWith(
      "UPDATE amounts SET minor = 999999999999999, origin = 9007199254740991 WHERE year = '2026'; " +
        "UPDATE amounts SET minor = -999999999999999, origin = 0 WHERE year = '2027'",
    );
    const document = open(path);
    expect(document.opened.plan.lines.rows[0]?.need).toEqual({
      minor: [999_999_999_999_999n, -999_999_999_999_999n],
      origin: [9_007_199_254_740_991, 0],
    });
    document.close();
  });
});
