import type { Allocation } from '#shared/plan/allocation.ts';
import type { Line } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { sourceName } from '#shared/plan/row-names.ts';
import { lineAllocations, type lineTotals, makeLineTotals } from '#shared/plan/totals.ts';
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
import { groupLines, type LineGroup } from './group-lines.ts';
import { makeRowMemory, type RowMemory } from './row-memory.ts';

/** What decides which rows there are and what they show. */
export type RowView = {
  readonly measure: GridMeasure;
  readonly grouping: Grouping;
  readonly folded: ReadonlySet<string>;
};

/** The words that rows need beside what the plan says. */
export type RowWords = { readonly noProgramme: string; readonly total: string };

export type GridRows = {
  /** The tree laid out flat, with what is folded up left out. */
  readonly rows: readonly GridRow[];
  /** The sum of every line, folded up or not. */
  readonly total: GridRow;
};

export type RowBuilder = (plan: Plan, view: RowView, words: RowWords) => GridRows;

/** How many figures are added up at a time. */
const BUNCH = 64;

/** Some rows, and what they add to the sum above them. */
type Block = { readonly figures: RowFigures; readonly rows: readonly GridRow[] };
type Job = {
  readonly plan: Plan;
  readonly view: RowView;
  readonly words: RowWords;
  readonly memory: RowMemory;
  readonly totalsOf: typeof lineTotals;
};

/** Makes a builder with a memory of its own: of ten thousand lines, the rows of those that did not change are the same objects as before. */
export function makeRowBuilder(): RowBuilder {
  const memory = makeRowMemory();
  const totalsOf = makeLineTotals();
  return (plan, view, words) => {
    const job: Job = { plan, view, words, memory, totalsOf };
    const blocks = groupLines(plan.lines.rows, view.grouping).flatMap((group) =>
      group.programme === null ? group.lines.map((line) => lineBlock(job, line, 0)) : groupBlock(job, group),
    );
    const figures = sumOf(job, TOTAL_ROW_ID, blocks);
    const total = memory.recall<GridRow>(TOTAL_ROW_ID, [figures, words.total], () => ({
      kind: 'total',
      id: TOTAL_ROW_ID,
      level: 0,
      title: words.total,
      isOpen: null,
      figures,
      series: null,
    }));
    memory.endRound();
    return { rows: blocks.flatMap((block) => block.rows), total };
  };
}

function groupBlock(job: Job, { programme, lines }: LineGroup): Block {
  const { view, words, memory } = job;
  const id = groupRowId(programme ?? '');
  const blocks = lines.map((line) => lineBlock(job, line, 1));
  const figures = sumOf(job, id, blocks);
  const isOpen = !view.folded.has(id);
  const title = programme === '' || programme === null ? words.noProgramme : programme;
  const row = memory.recall<GridRow>(id, [title, isOpen, figures, lines.length], () => ({
    kind: 'group',
    id,
    level: 0,
    title,
    isOpen,
    figures,
    series: null,
    programme: programme ?? '',
    lineCount: lines.length,
  }));
  return { figures, rows: isOpen ? [row, ...blocks.flatMap((block) => block.rows)] : [row] };
}

function lineBlock(job: Job, line: Line, level: number): Block {
  const { plan, view, memory } = job;
  const allocations = lineAllocations(plan, line.id);
  const id = lineRowId(line.id);
  const { measure } = view;
  const children = measure === 'funding' ? allocations : [];
  const isOpen = children.length === 0 ? null : !view.folded.has(id);
  const row = memory.recall<GridRow>(id, [line, measure, level, isOpen, ...allocations], () => ({
    kind: 'line',
    id,
    level,
    title: line.title,
    isOpen,
    figures: figuresOf(job.totalsOf(plan, line)[measure]),
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

function allocationRow({ plan, memory }: Job, allocation: Allocation, level: number): GridRow {
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
  const { plan, memory } = job;
  if (parts.length <= BUNCH)
    return memory.recall(`sum ${name}`, parts, () => addFigures(parts, plan.axis.periods.length));
  const sums: RowFigures[] = [];
  for (let start = 0; start < parts.length; start += BUNCH)
    sums.push(sumParts(job, `${name} ${start}`, parts.slice(start, start + BUNCH)));
  return sumParts(job, `${name} of ${sums.length}`, sums);
}
