import type { Plan } from '#shared/plan/plan.ts';
import { makeLineTotals } from '#shared/plan/totals.ts';
import { changedLines } from './changed-lines.ts';
import type { GridRow } from './grid-row.ts';
import { groupLines } from './group-lines.ts';
import {
  type Block,
  groupBlock,
  type Job,
  lineBlock,
  type RowView,
  type RowWords,
  totalRow,
} from './row-blocks.ts';
import { makeRowMemory } from './row-memory.ts';

export type GridRows = {
  /** The tree laid out flat, with what is folded up left out. */
  readonly rows: readonly GridRow[];
  /** The sum of every line, folded up or not. */
  readonly total: GridRow;
};

export type RowBuilder = (plan: Plan, view: RowView, words: RowWords) => GridRows;

/** What a round left for the next one. */
type Round = {
  readonly plan: Plan;
  readonly view: RowView;
  readonly words: RowWords;
  /** The block of each line by its id, and of each group by its programme. */
  readonly lines: Map<string, Block>;
  readonly groups: Map<string | null, Block>;
};

/**
 * Makes a builder with a memory of its own. What did not change is the same object as before, and after an edit only
 * the lines that it touched, and the sums above them, are made again: a plan of ten thousand lines must not wait.
 */
export function makeRowBuilder(): RowBuilder {
  const memory = makeRowMemory();
  const totalsOf = makeLineTotals();
  let last: Round | null = null;
  return (plan, view, words) => {
    const changed = last?.view === view && last.words === words ? changedLines(last.plan, plan) : null;
    const before = changed === null ? null : last;
    const round: Round = {
      plan,
      view,
      words,
      lines: before?.lines ?? new Map<string, Block>(),
      groups: before?.groups ?? new Map<string | null, Block>(),
    };
    memory.beginRound(before === null);
    const built = buildRound({ plan, view, words, memory, totalsOf }, round, changed);
    last = round;
    return built;
  };
}

function buildRound(
  parts: Omit<Job, 'blockOf'>,
  { lines, groups }: Round,
  changed: ReadonlySet<string> | null,
): GridRows {
  const blockOf: Job['blockOf'] = (line, level) => {
    const known = changed?.has(line.id) === false ? lines.get(line.id) : undefined;
    const block = known ?? lineBlock(parts, line, level);
    if (known === undefined) lines.set(line.id, block);
    return block;
  };
  const job: Job = { ...parts, blockOf };
  const blocks = groupLines(parts.plan.lines.rows, parts.view.grouping).map((group) => {
    const isTouched = changed === null || group.lines.some(({ id }) => changed.has(id));
    const known = isTouched ? undefined : groups.get(group.programme);
    const block = known ?? groupBlock(job, group);
    groups.set(group.programme, block);
    return block;
  });
  const total = totalRow(job, blocks);
  return { rows: blocks.flatMap((block) => block.rows), total };
}
