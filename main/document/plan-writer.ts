import type { DatabaseSync } from 'node:sqlite';
import type { Allocation } from '#shared/plan/allocation.ts';
import { LINE_MEASURES, type Line } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { SOURCE_MEASURES, type Source } from '#shared/plan/source.ts';
import { createAmountWriter, type AmountWriter } from './amount-rows.ts';
import { columnNames, toRow } from './column.ts';
import { ALLOCATION_COLUMNS, LINE_COLUMNS, PLAN_COLUMNS, SOURCE_COLUMNS } from './plan-columns.ts';
import { createRecordWriter } from './record-rows.ts';
import { createRowWriter, type RowSpec } from './row-writer.ts';

/** Writes what differs between two states of the plan, in the transaction of the caller; all of it when `before` is null. */
export type PlanWriter = (before: Plan | null, after: Plan) => void;

/** Prepares the writing of a plan. What both states share (the same object) is not looked at. */
export function createPlanWriter(db: DatabaseSync): PlanWriter {
  const amounts = createAmountWriter(db);
  const writeLines = createRowWriter<Line>(db, 'lines', columnNames(LINE_COLUMNS));
  const writeSources = createRowWriter<Source>(db, 'sources', columnNames(SOURCE_COLUMNS));
  const writeAllocations = createRowWriter<Allocation>(db, 'allocations', columnNames(ALLOCATION_COLUMNS));
  const writeRecords = createRecordWriter(db);
  return (before, after) => {
    writeDetails(db, before, after);
    writeYears(db, before, after);
    const isSameAxis = before?.axis === after.axis;
    const at = { before, after, amounts };
    if (!isSameAxis || before.lines !== after.lines)
      writeLines(lineSpec(at), before?.lines ?? null, after.lines);
    if (!isSameAxis || before.sources !== after.sources)
      writeSources(sourceSpec(at), before?.sources ?? null, after.sources);
    if (!isSameAxis || before.allocations !== after.allocations)
      writeAllocations(allocationSpec(at), before?.allocations ?? null, after.allocations);
    writeRecords(before, after);
  };
}

type Change = { readonly before: Plan | null; readonly after: Plan; readonly amounts: AmountWriter };

function lineSpec({ before, after, amounts }: Change): RowSpec<Line> {
  return {
    toRow: (line) => toRow(line, LINE_COLUMNS),
    writeCells: (key, old, now) => {
      for (const measure of LINE_MEASURES)
        amounts.writeSeries(key, measure, onAxis(before, old?.[measure]), onAxis(after, now?.[measure]));
    },
  };
}

function sourceSpec({ before, after, amounts }: Change): RowSpec<Source> {
  return {
    toRow: (source) => toRow(source, SOURCE_COLUMNS),
    writeCells: (key, old, now) => {
      for (const measure of SOURCE_MEASURES)
        amounts.writeSeries(key, measure, onAxis(before, old?.[measure]), onAxis(after, now?.[measure]));
      amounts.writeCertainty(
        key,
        before && old && { axis: before.axis, levels: old.certainty },
        now && { axis: after.axis, levels: now.certainty },
      );
    },
  };
}

function allocationSpec({ before, after, amounts }: Change): RowSpec<Allocation> {
  return {
    toRow: (allocation) => toRow(allocation, ALLOCATION_COLUMNS),
    writeCells: (key, old, now) =>
      amounts.writeSeries(key, 'allocation', onAxis(before, old?.amounts), onAxis(after, now?.amounts)),
  };
}

function onAxis<Item>(plan: Plan | null, series: Item | undefined) {
  return plan === null || series === undefined ? null : { axis: plan.axis, series };
}

function writeDetails(db: DatabaseSync, before: Plan | null, after: Plan): void {
  const values = toRow(after, PLAN_COLUMNS);
  const names = columnNames(PLAN_COLUMNS);
  if (before === null) {
    const marks = names.map(() => ', ?').join('');
    db.prepare(`INSERT INTO plan (id, ${names.join(', ')}) VALUES (?${marks})`).run(after.id, ...values);
    return;
  }
  const old = toRow(before, PLAN_COLUMNS);
  if (values.every((value, index) => value === old[index])) return;
  db.prepare(`UPDATE plan SET ${names.map((name) => `${name} = ?`).join(', ')}`).run(...values);
}

function writeYears(db: DatabaseSync, before: Plan | null, after: Plan): void {
  if (before?.axis === after.axis) return;
  db.exec('DELETE FROM years');
  const put = db.prepare('INSERT INTO years (year, rank) VALUES (?, ?)');
  for (const [index, period] of after.axis.periods.entries()) put.run(period, index);
}
