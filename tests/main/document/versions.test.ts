import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#shared/plan/edit.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { DocumentError } from '#main/document/document-error.ts';
import type { DocumentState, PlanDocument } from '#main/document/document.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, NOW, openPlanFile, readPlanFile, writeEdit } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const smallPlan = () =>
  buildPlan({
    years: 3,
    lines: [{ id: 'l1', need: ['10.00', null, '30.05'] }],
    sources: [{ id: 's1', award: ['100', '100', '100'], certainty: [4, 3, null] }],
    allocations: [{ line: 'l1', source: 's1', amounts: ['5', null, '0'] }],
  });

const setNeed = (...minor: (bigint | null)[]): Edit => ({
  kind: 'set-amounts',
  blocks: [{ ref: { of: 'line', measure: 'need', line: 'l1' }, from: '2026', minor }],
});
const comment: Edit = {
  kind: 'comment',
  comment: { id: 'c1', on: { kind: 'line', line: 'l1' }, text: 'Why?', by: 'B', at: '2026-11-22' },
};

function keep(document: PlanDocument, { plan, seq }: DocumentState, name: string) {
  const said = { name, kind: 'named', note: '', by: 'A. Officer', at: NOW.toISOString() } as const;
  return document.versions.create({ ...said, seq, plan });
}

function failureOf(act: () => unknown): Pick<DocumentError, 'code' | 'sentence'> {
  try {
    act();
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error('It did not fail');
}

const newFile = () => join(tempFolder(), 'Plan für 2026.perennial');

/** Changes a plan file as another program would, while nobody has it open. */
function tamper(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}

describe('the versions of a plan file', () => {
  it('keep the plan as it stood, origins included and records left out, and are there after reopening', () => {
    const path = newFile();
    const document = makePlanFile(path, smallPlan());
    expect(document.versions.list()).toEqual([]);
    const changed = writeEdit(document, document.opened, setNeed(1n, 2n));
    const before = keep(document, writeEdit(document, changed, comment), ' Before re-profiling ');
    expect(before).toEqual({
      number: 1,
      name: 'Before re-profiling',
      kind: 'named',
      note: '',
      by: 'A. Officer',
      at: '2026-11-22T10:00:00.000Z',
      seq: 2,
    });
    document.close();
    const again = openPlanFile(path);
    expect(again.opened.plan.comments).toHaveLength(1);
    const later = writeEdit(again, again.opened, setNeed(null, null));
    expect(keep(again, later, 'Later').number).toBe(2);
    expect(again.versions.list().map(({ name, seq }) => [name, seq])).toEqual([
      ['Before re-profiling', 2],
      ['Later', 3],
    ]);
    expect(again.versions.planOf(1)).toEqual(changed.plan);
    expect(again.versions.planOf(1).lines.rows[0]?.need.origin).toEqual([
      originOfEdit(1),
      originOfEdit(1),
      0,
    ]);
    expect(again.versions.planOf(2)).toEqual({ ...later.plan, comments: [] });
    again.close();
  });

  it('are told apart by their names, whatever the capitals', () => {
    const document = makePlanFile(newFile(), smallPlan());
    keep(document, document.opened, 'Approved');
    keep(document, document.opened, 'Größe ①');
    const taken = {
      code: 'name-taken',
      sentence: { id: 'document.version-name-taken', values: { name: 'Approved' } },
    };
    expect(failureOf(() => keep(document, document.opened, ' aPPROVED '))).toMatchObject(taken);
    expect(failureOf(() => keep(document, document.opened, 'gro\u0308ße 1'))).toMatchObject({
      code: 'name-taken',
    });
    expect(failureOf(() => keep(document, document.opened, ' '))).toMatchObject({ code: 'bad-name' });
    const text = { name: 'Approved', kind: 'approved', note: 'By the board' } as const;
    expect(failureOf(() => document.versions.update(2, text))).toMatchObject(taken);
    expect(document.versions.update(1, text)).toMatchObject({ number: 1, ...text, seq: 0 });
    expect(document.versions.update(2, { ...text, name: 'Other' })).toMatchObject({
      number: 2,
      name: 'Other',
    });
    expect(document.versions.list().map(({ name, kind, note }) => [name, kind, note])).toEqual([
      ['Approved', 'approved', 'By the board'],
      ['Other', 'approved', 'By the board'],
    ]);
    document.close();
  });

  it('are only written by the writer, of the newest state, and found by their number', () => {
    const path = newFile();
    const document = makePlanFile(path, smallPlan());
    const first = document.opened;
    keep(document, writeEdit(document, first, setNeed(1n)), 'One');
    expect(failureOf(() => keep(document, first, 'Old'))).toMatchObject({ code: 'taken-over' });
    expect(failureOf(() => document.versions.planOf(2))).toMatchObject({ code: 'no-such-version' });
    const text = { name: 'Two', kind: 'named', note: '' } as const;
    expect(failureOf(() => document.versions.update(2, text))).toMatchObject({ code: 'no-such-version' });
    const reader = readPlanFile(path);
    expect(reader.versions.planOf(1).lines.rows[0]?.need.minor).toEqual([1n, null, 3005n]);
    expect(failureOf(() => keep(reader, reader.opened, 'Two'))).toMatchObject({
      code: 'read-only',
      sentence: { id: 'document.read-only' },
    });
    expect(failureOf(() => reader.versions.update(1, text))).toMatchObject({ code: 'read-only' });
    reader.close();
    expect(document.versions.list().map(({ name }) => name)).toEqual(['One']);
    document.close();
  });

  it('go with a copy of the file, and steps go on after one', () => {
    const path = newFile();
    const document = makePlanFile(path, smallPlan());
    keep(document, document.opened, 'Original');
    writeEdit(document, document.opened, setNeed(1n));
    const copy = join(tempFolder(), 'copy.perennial');
    document.copyTo(copy, false);
    document.close();
    const other = openPlanFile(copy);
    expect(other.opened.seq).toBe(1);
    expect(other.versions.planOf(1)).toEqual(smallPlan());
    other.close();
  });

  it('do not keep a plan from opening when one of them is damaged', () => {
    const path = newFile();
    const document = makePlanFile(path, smallPlan());
    keep(document, document.opened, 'Original');
    keep(document, document.opened, 'Second');
    document.close();
    const whole = join(tempFolder(), 'whole.perennial');
    copyFileSync(path, whole);
    tamper(path, "UPDATE versions SET snapshot = x'789c0300' WHERE number = 1");
    const again = openPlanFile(path);
    expect(failureOf(() => again.versions.planOf(1))).toMatchObject({
      code: 'damaged',
      sentence: {
        id: 'document.version-damaged',
        values: { file: 'Plan für 2026.perennial', name: 'Original' },
      },
    });
    expect(again.versions.planOf(2)).toEqual(smallPlan());
    again.close();
    tamper(whole, 'UPDATE versions SET seq = -1 WHERE number = 2');
    const other = openPlanFile(whole);
    expect(failureOf(() => other.versions.list())).toMatchObject({
      sentence: { id: 'document.not-valid', values: { where: 'versions.2' } },
    });
    other.close();
  });
});
