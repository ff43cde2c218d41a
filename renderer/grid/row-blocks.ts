import type { Allocation } from '#shared/plan/allocation.ts';
import type { Line } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { sourceName } from '#shared/plan/row-names.ts';
import { lineAllocations, type lineTotals } from '#shared/plan/totals.ts';
import type { GridMeasure, Grouping } from '#renderer/store/view-store.ts';
import { addFigures, figuresOf } from './figures.ts';
import {
  allocationRowId,
  type GridRow,
  groupRowId,
  lineRowId,
  type RowFigures,
  TOTAL_ROW_ID,
} from './grid-row.ts';
import type { LineGroup } from './group-lines.ts';
import type { RowMemory } from './row-memory.ts';

/** What decides which rows there are and what they show. */
export type RowView = {
  readonly measure: GridMeasure;
  readonly grouping: Grouping;
  readonly folded: ReadonlySet<string>;
};

/** The words that rows need beside what the plan says. */
export type RowWords = { readonly noProgramme: string; readonly total: string };

/** Some rows, and what they add to the sum above them. */
export type Block = { readonly figures: RowFigures; readonly rows: readonly GridRow[] };

/** What the rows of one round are made from. */
export type Job = {
  readonly plan: Plan;
  readonly view: RowView;
  readonly words: RowWords;
  readonly memory: RowMemory;
  readonly totalsOf: typeof lineTotals;
  /** The block of a line as it was made before and still stands, or one made now. */
  readonly blockOf: (line: Line, level: number) => Block;
};

/** How many figures are added up at a time. */
const BUNCH = 64;

/** A programme with its lines, or lines without a heading over them. */
export function groupBlock(job: Job, { programme, lines }: LineGroup): Block {
  const id = groupRowId(programme ?? '');
  const level = programme === null ? 0 : 1;
  const blocks = lines.map((line) => job.blockOf(line, level));
  const figures = sumOf(job, id, blocks);
  if (programme === null) return { figures, rows: blocks.flatMap((block) => block.rows) };
  const isOpen = !job.view.folded.has(id);
  const row = groupRow(job, { programme, lines, figures, isOpen });
  return { figures, rows: isOpen ? [row, ...blocks.flatMap((block) => block.rows)] : [row] };
}

/** The sum of all groups. */
export function totalRow(job: Job, groups: readonly Block[]): GridRow {
  const { words, memory } = job;
  const figures = sumOf(job, TOTAL_ROW_ID, groups);
  return memory.recall<GridRow>(TOTAL_ROW_ID, [figures, words.total], () => ({
    kind: 'total',
    id: TOTAL_ROW_ID,
    level: 0,
    title: words.total,
    isOpen: null,
    figures,
    series: null,
  }));
}

/** A line, and in Funding the sources under it. */
export function lineBlock(job: Omit<Job, 'blockOf'>, line: Line, level: number): Block {
  const { plan, view, memory, totalsOf } = job;
  const { measure } = view;
  const allocations = measure === 'need' ? [] : lineAllocations(plan, line.id);
  const children = measure === 'funding' ? allocations : [];
  const id = lineRowId(line.id);
  const isOpen = children.length === 0 ? null : !view.folded.has(id);
  const row = memory.recall<GridRow>(id, [line, measure, level, isOpen, ...allocations], () => ({
    kind: 'line',
    id,
    level,
    title: line.title,
    isOpen,
    figures: figuresOf(measure === 'need' ? line.need.minor : totalsOf(plan, line)[measure]),
    series: measure === 'need' ? { of: 'line', measure: 'need', line: line.id } : null,
    line: line.id,
    code: line.code,
    lineKind: line.kind,
  }));
  if (isOpen !== true) return { figures: row.figures, rows: [row] };
  return {
    figures: row.figures,
    rows: [row, ...children.map((child) => allocationRow(job, child, level + 1))],
  };
}

type GroupParts = LineGroup & {
  readonly programme: string;
  readonly figures: RowFigures;
  readonly isOpen: boolean;
};

function groupRow(job: Job, { programme, lines, figures, isOpen }: GroupParts): GridRow {
  const id = groupRowId(programme);
  const title = programme === '' ? job.words.noProgramme : programme;
  return job.memory.recall<GridRow>(id, [title, isOpen, figures, lines.length], () => ({
    kind: 'group',
    id,
    level: 0,
    title,
    isOpen,
    figures,
    series: null,
    programme,
    lineCount: lines.length,
  }));
}

function allocationRow(
  { plan, memory }: Pick<Job, 'plan' | 'memory'>,
  allocation: Allocation,
  level: number,
): GridRow {
  const { line, source, matchFor } = allocation;
  const title = sourceName(plan, source);
  const id = allocationRowId(allocation.id);
  return memory.recall<GridRow>(id, [allocation, title, level], () => ({
    kind: 'allocation',
    id,
    level,
    title,
    isOpen: null,
    figures: figuresOf(allocation.amounts.minor),
    series: { of: 'allocation', line, source, matchFor },
    allocation: allocation.id,
    line,
    source,
  }));
}

function sumOf(job: Job, name: string, blocks: readonly Block[]): RowFigures {
  return sumParts(
    job,
    name,
    blocks.map((block) => block.figures),
  );
}

/** Sums in bunches whose sums are kept, so that a change costs the bunches it is in and not every line of the plan. */
function sumParts(job: Job, name: string, parts: readonly RowFigures[]): RowFigures {
  const periods = job.plan.axis.periods.length;
  if (parts.length <= BUNCH)
    return job.memory.recall(`sum ${name}`, [periods, ...parts], () => addFigures(parts, periods));
  const sums: RowFigures[] = [];
  for (let start = 0; start < parts.length; start += BUNCH)
    sums.push(sumParts(job, `${name} ${start}`, parts.slice(start, start + BUNCH)));
  return sumParts(job, `${name} of ${sums.length}`, sums);
}
