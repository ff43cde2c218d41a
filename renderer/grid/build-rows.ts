import type { Plan } from '#shared/plan/plan.ts';
import { makeLineTotals } from '#shared/plan/totals.ts';
import { changedLines } from './changed-lines.ts';
import { type GridRow, groupRowId, lineRowId } from './grid-row.ts';
import { groupLines, type LineGroup } from './group-lines.ts';
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

/** What may look different since the last round. */
type Changes = { readonly lines: ReadonlySet<string>; readonly groups: ReadonlySet<string> };

/**
 * Makes a builder with a memory of its own. What did not change is the same object as before, and after an edit or a
 * fold only the lines that it touched, and the sums above them, are made again: ten thousand lines must not wait.
 */
export function makeRowBuilder(): RowBuilder {
  const memory = makeRowMemory();
  const totalsOf = makeLineTotals();
  let last: Round | null = null;
  return (plan, view, words) => {
    const changes = last === null ? null : findChanges(last, { plan, view, words });
    const before = changes === null ? null : last;
    const round: Round = {
      plan,
      view,
      words,
      lines: before?.lines ?? new Map<string, Block>(),
      groups: before?.groups ?? new Map<string | null, Block>(),
    };
    memory.beginRound(before === null);
    const built = buildRound({ plan, view, words, memory, totalsOf }, round, changes);
    last = round;
    return built;
  };
}

/** What an edit or a fold changed; null when everything has to be looked at. */
function findChanges(
  last: Round,
  { plan, view, words }: Pick<Round, 'plan' | 'view' | 'words'>,
): Changes | null {
  const isSameLook =
    last.words === words && last.view.measure === view.measure && last.view.grouping === view.grouping;
  const lines = isSameLook ? changedLines(last.plan, plan) : null;
  if (lines === null) return null;
  const folds = differing(last.view.folded, view.folded);
  const foldedLines = plan.lines.rows.filter(({ id }) => folds.has(lineRowId(id))).map(({ id }) => id);
  return { lines: new Set([...lines, ...foldedLines]), groups: folds };
}

/** What is in one of two sets only. */
function differing(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...[...a].filter((id) => !b.has(id)), ...[...b].filter((id) => !a.has(id))]);
}

function buildRound(
  parts: Omit<Job, 'blockOf'>,
  { lines, groups }: Round,
  changes: Changes | null,
): GridRows {
  const blockOf: Job['blockOf'] = (line, level) => {
    const known = changes?.lines.has(line.id) === false ? lines.get(line.id) : undefined;
    const block = known ?? lineBlock(parts, line, level);
    if (known === undefined) lines.set(line.id, block);
    return block;
  };
  const job: Job = { ...parts, blockOf };
  const blocks = groupLines(parts.plan.lines.rows, parts.view.grouping).map((group) => {
    const known = changes === null || isTouched(group, changes) ? undefined : groups.get(group.programme);
    const block = known ?? groupBlock(job, group);
    groups.set(group.programme, block);
    return block;
  });
  const total = totalRow(job, blocks);
  return { rows: blocks.flatMap((block) => block.rows), total };
}

function isTouched({ programme, lines }: LineGroup, changes: Changes): boolean {
  if (programme !== null && changes.groups.has(groupRowId(programme))) return true;
  return changes.lines.size > 0 && lines.some(({ id }) => changes.lines.has(id));
}
