import type { Message } from '../../messages/message.ts';
import { isWithinRange } from '../../money/amount.ts';
import { allocationId, type Allocation } from '../allocation.ts';
import { periodIndex, type YearAxis } from '../axis.ts';
import type { AmountBlock, SeriesRef } from '../edit.ts';
import { applied, refuse, touching, type EditContext, type EditResult } from '../edit-result.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan.ts';
import type { CellMeasure } from '../records.ts';
import { lineName, sourceName } from '../row-names.ts';
import type { Series } from '../series.ts';
import type { Source } from '../source.ts';
import { findRow, replaceRows } from '../table.ts';
import { makeSeries } from './incoming-series.ts';

/** The rows that an edit has changed so far; a later block of the same edit builds on them. */
type Changed = {
  readonly lines: Map<string, Line>;
  readonly sources: Map<string, Source>;
  readonly allocations: Map<string, Allocation>;
};

/** Sets blocks of amounts, one after the other. */
export function applySetAmounts(
  plan: Plan,
  blocks: readonly AmountBlock[],
  context: EditContext,
): EditResult {
  const changed: Changed = { lines: new Map(), sources: new Map(), allocations: new Map() };
  const touched = { lines: new Set<string>(), sources: new Set<string>() };
  const inverse: AmountBlock[] = [];
  for (const block of blocks) {
    const series = findSeries(plan, changed, block.ref);
    if (!series) return refuse(unknownRow(plan, block.ref));
    const refusal = refuseBlock(plan, block);
    if (refusal) return refuse(refusal);
    const from = periodIndex(plan.axis, block.from);
    putSeries(plan, changed, block.ref, overwrite(series, block, from, context));
    inverse.push({
      ref: block.ref,
      from: block.from,
      minor: series.minor.slice(from, from + block.minor.length),
      origin: series.origin.slice(from, from + block.minor.length),
    });
    if (block.ref.of !== 'source') touched.lines.add(block.ref.line);
    if (block.ref.of !== 'line') touched.sources.add(block.ref.source);
  }
  const next: Plan = {
    ...plan,
    lines: replaceRows(plan.lines, changed.lines),
    sources: replaceRows(plan.sources, changed.sources),
    allocations:
      changed.allocations.size === 0
        ? plan.allocations
        : { ...plan.allocations, ...replaceRows(plan.allocations, changed.allocations) },
  };
  return applied(next, { kind: 'set-amounts', blocks: inverse.toReversed() }, touching(touched));
}

function overwrite(series: Series, block: AmountBlock, from: number, context: EditContext): Series {
  const minor = [...series.minor];
  const origin = [...series.origin];
  for (const [index, value] of block.minor.entries()) {
    minor[from + index] = value;
    origin[from + index] = block.origin?.[index] ?? context.origin;
  }
  return makeSeries(minor, origin);
}

function findSeries(plan: Plan, changed: Changed, ref: SeriesRef): Series | undefined {
  switch (ref.of) {
    case 'line':
      return (changed.lines.get(ref.line) ?? findRow(plan.lines, ref.line))?.[ref.measure];
    case 'source':
      return (changed.sources.get(ref.source) ?? findRow(plan.sources, ref.source))?.[ref.measure];
    case 'allocation': {
      const id = allocationId(ref.line, ref.source, ref.matchFor);
      return (changed.allocations.get(id) ?? findRow(plan.allocations, id))?.amounts;
    }
  }
}

function putSeries(plan: Plan, changed: Changed, ref: SeriesRef, series: Series): void {
  switch (ref.of) {
    case 'line': {
      const row = changed.lines.get(ref.line) ?? findRow(plan.lines, ref.line);
      if (row) changed.lines.set(row.id, { ...row, [ref.measure]: series });
      return;
    }
    case 'source': {
      const row = changed.sources.get(ref.source) ?? findRow(plan.sources, ref.source);
      if (row) changed.sources.set(row.id, { ...row, [ref.measure]: series });
      return;
    }
    case 'allocation': {
      const id = allocationId(ref.line, ref.source, ref.matchFor);
      const row = changed.allocations.get(id) ?? findRow(plan.allocations, id);
      if (row) changed.allocations.set(id, { ...row, amounts: series });
    }
  }
}

function unknownRow(plan: Plan, ref: SeriesRef): Message {
  if (ref.of !== 'source' && !plan.lines.at.has(ref.line)) {
    return { id: 'plan.unknown-line', values: { id: ref.line } };
  }
  if (ref.of !== 'line' && !plan.sources.at.has(ref.source)) {
    return { id: 'plan.unknown-source', values: { id: ref.source } };
  }
  const line = ref.of === 'source' ? '' : lineName(plan, ref.line);
  const source = ref.of === 'line' ? '' : sourceName(plan, ref.source);
  return { id: 'plan.unknown-allocation', values: { line, source } };
}

function refuseBlock(plan: Plan, { ref, from, minor, origin }: AmountBlock): Message | null {
  const name = ref.of === 'source' ? sourceName(plan, ref.source) : lineName(plan, ref.line);
  const measure: CellMeasure = ref.of === 'allocation' ? 'allocation' : ref.measure;
  if (origin && origin.length !== minor.length) {
    return { id: 'plan.wrong-number-of-values', values: { name, measure } };
  }
  const outside = refuseSpan(plan.axis, from, minor.length, name);
  if (outside) return outside;
  const at = minor.findIndex((value) => value !== null && !isWithinRange(value));
  if (at < 0) return null;
  const period = plan.axis.periods[periodIndex(plan.axis, from) + at] ?? from;
  return { id: 'plan.amount-too-large', values: { name, measure, period } };
}

/** Why so many values from this period on do not fit the plan, or null. */
export function refuseSpan(axis: YearAxis, from: string, values: number, name: string): Message | null {
  const start = periodIndex(axis, from);
  if (start < 0) return { id: 'plan.unknown-period', values: { name, period: from } };
  const room = axis.periods.length - start;
  return values > room ? { id: 'plan.past-last-period', values: { name, values, room } } : null;
}
