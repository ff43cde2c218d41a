import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allocationId } from '#shared/plan/allocation.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { openInPlanner } from '#tests/fixtures/open-in-planner.ts';
import { makePlanFile } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const EVERYTHING = { line: null, source: null, who: null, cell: null };

const sheetOf = (...rows: readonly string[]) =>
  ['Capital plan (£000),,', 'Project,2026/27,2027/28', ...rows].join('\n');

function makeFile(): string {
  const path = join(tempFolder(), 'Plan.perennial');
  const plan = buildPlan({ years: 3, lines: [{ id: 'l1', title: 'Roads', need: ['1', null, '3'] }] });
  makePlanFile(path, plan).close();
  return path;
}

describe('the history through the planner', () => {
  it('tells each step with its label, what it changed, and the names of what is gone', async () => {
    const { started, handle, apply, plan, importText } = await openInPlanner(makeFile());
    await importText('first.csv', sheetOf('Warm homes,"1,200.5",800', 'Town square,300,'));
    const [, warm] = (await plan()).lines.rows;
    const id = warm?.id ?? '';
    const source = { id: 's1', name: 'Grant' };
    const { sources } = buildPlan({ years: 3, sources: [source] });
    await apply({ kind: 'add-sources', rows: sources.rows.map((row, at) => ({ at, row })) });
    const { allocations } = buildPlan({
      years: 3,
      lines: [{ id }],
      sources: [source],
      allocations: [{ line: id, source: 's1', amounts: ['5'] }],
    });
    await apply({ kind: 'add-allocations', rows: allocations.rows.map((row, at) => ({ at, row })) });
    const given = [allocationId(id, 's1', null)];
    const out: Edit[] = [
      { kind: 'remove-allocations', ids: given },
      { kind: 'remove-lines', ids: [id] },
    ];
    await apply({ kind: 'batch', label: 'Warm homes goes', edits: out });
    await started.get('plan/undo', { plan: handle });
    await started.get('plan/redo', { plan: handle });

    const page = await started.get('history/list', {
      plan: handle,
      filter: EVERYTHING,
      before: null,
      limit: 3,
    });
    const label = { id: 'planner.step-batch', values: { label: 'Warm homes goes' } };
    expect(
      page.entries.map(({ seq, action, label: said, undoneBy }) => [seq, action, said, undoneBy]),
    ).toEqual([
      [6, 'redo', label, null],
      [5, 'undo', label, 6],
      [4, 'edit', label, 5],
    ]);
    expect(page.people).toEqual(['A. Officer']);
    expect(page.gone).toEqual({ lines: { [id]: 'Warm homes' }, sources: {} });
    const rest = await started.get('history/list', {
      plan: handle,
      filter: EVERYTHING,
      before: page.next,
      limit: 10,
    });
    expect(rest).toMatchObject({
      entries: [
        { seq: 3, label: { id: 'planner.step-add-allocations' }, undoneBy: null },
        { seq: 2, label: { id: 'planner.step-add-sources' } },
        { seq: 1, label: { id: 'planner.step-import', values: { file: 'first.csv' } } },
      ],
      // Named by the step that took the line out.
      gone: { lines: { [id]: 'Warm homes' }, sources: {} },
      next: null,
    });
    expect(rest.entries[0]?.changes).toEqual([
      { kind: 'allocation', line: id, source: 's1', matchFor: null, change: 'added' },
      expect.objectContaining({ kind: 'amount', before: null, after: 500n }),
    ]);
    const ofLine = { ...EVERYTHING, line: 'l1' };
    expect(
      await started.get('history/list', { plan: handle, filter: ofLine, before: null, limit: 10 }),
    ).toMatchObject({
      entries: [],
    });
  });

  it('answers the changes of a long step a page at a time', async () => {
    const { started, handle, importText } = await openInPlanner(makeFile());
    const rows = Array.from({ length: 30 }, (_, index) => `Project ${index},${index + 1},`);
    await importText('long.csv', sheetOf(...rows));
    const { entries } = await started.get('history/list', {
      plan: handle,
      filter: EVERYTHING,
      before: null,
      limit: 1,
    });
    expect(entries[0]).toMatchObject({ seq: 1, count: 60 });
    expect(entries[0]?.changes).toHaveLength(20);
    const page = { plan: handle, seq: 1, filter: EVERYTHING, offset: 50, limit: 1000 };
    const last = await started.get('history/get-changes', page);
    expect(last).toMatchObject({ count: 60, gone: { lines: {}, sources: {} } });
    expect(last.changes.map((change) => change.kind === 'amount' && change.after)).toEqual(
      Array.from({ length: 10 }, (_, index) => BigInt(index + 21) * 100_000n),
    );
    const first = entries[0]?.changes[0];
    if (first?.kind !== 'row') throw new Error('A line comes before its figures');
    const ofLine = { ...page, filter: { ...EVERYTHING, line: first.id }, offset: 0 };
    expect(await started.get('history/get-changes', ofLine)).toMatchObject({
      count: 2,
      changes: [first, { kind: 'amount', after: 100_000n }],
    });
    expect(await started.get('history/get-changes', { ...page, seq: 9 })).toEqual({
      changes: [],
      count: 0,
      gone: { lines: {}, sources: {} },
    });
  });
});
