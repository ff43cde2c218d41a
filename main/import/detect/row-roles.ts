import type { Sheet } from '#main/excel/read/sheet.ts';
import type { RowRole } from '#shared/api/import-report.ts';
import type { AmountGrid } from './amount-grid.ts';
import { findSums } from './find-sums.ts';
import type { SumCandidate, SumSearch } from './find-sums.ts';
import { readRowFacts, toSumCandidates } from './row-evidence.ts';
import type { RowFacts } from './row-evidence.ts';
import { claimsEverything, groupNameOf, readRowWord } from './row-words.ts';
import type { LabelColumn } from './label-columns.ts';
import type { TableFrame } from './table-frame.ts';

/** A row of a table and what it is. */
export type TableRow = {
  /** Zero-based row of the sheet. */
  readonly row: number;
  readonly role: RowRole;
  readonly label: string;
  /** The group a data row belongs to, by its heading or the sum that closes it; empty for none. */
  readonly group: string;
};

/** A row that states a sum, and the data rows it should be the sum of. */
export type StatedSum = {
  readonly row: number;
  readonly parts: readonly number[];
  readonly proof: 'figures' | 'words';
};

export type TableRows = {
  readonly rows: readonly TableRow[];
  readonly sums: readonly StatedSum[];
  /** Rows kept as data although their figures equal the sum of rows before them. */
  readonly doubtful: readonly number[];
  /** Rows whose words claim a sum or a balance that the figures do not bear out. */
  readonly unexplained: readonly number[];
};

/** Digits and evidence that prove a sum; lenient where a grand total confirms the result. */
const STRICT = 6;
const LENIENT = 2;
/** Work of the search over arbitrary runs, in comparisons. */
const MOST_COMPARISONS = 4_000_000;
const LONGEST_REACH = 400;
/** A longer text between lines is a note, not a heading. */
const LONGEST_HEADING = 120;

/** Tells data from headings, sums, memo rows and notes; sums are proven by figures first, by words second. */
export function readRowRoles(
  sheet: Sheet,
  frame: TableFrame,
  labels: readonly LabelColumn[],
  grid: AmountGrid,
): TableRows {
  const facts = readRowFacts(sheet, frame, labels, grid);
  const withFigures = facts.filter(({ hasFigures }) => hasFigures);
  const search = searchSums(toSumCandidates(sheet, facts, grid), grid);
  const rowOf = (index: number): number => withFigures[index]?.row ?? -1;
  const roles = rolesOf(withFigures, search);
  const groups = groupsOf({ facts, withFigures, search, roles });
  const lastFigures = withFigures.at(-1)?.row ?? -1;
  return {
    rows: facts.map((fact) => ({
      row: fact.row,
      label: fact.label,
      role: roles.get(fact.row) ?? wordlessRole(fact, lastFigures),
      group: groups.get(fact.row) ?? '',
    })),
    sums: search.sums.map(({ row, proof }) => ({
      row: rowOf(row),
      proof,
      parts: leavesOf(row, search).map(rowOf),
    })),
    doubtful: search.doubtful.map(rowOf),
    unexplained: search.unexplained.map(rowOf),
  };
}

function wordlessRole(fact: RowFacts, lastFigures: number): RowRole {
  if (fact.row > lastFigures || fact.label.length > LONGEST_HEADING) return 'note';
  return readRowWord(fact.label) === 'note' ? 'note' : 'heading';
}

/** Sums stand below their parts in most tables and above in some; the reading that explains more wins. */
function searchSums(candidates: readonly SumCandidate[], grid: AmountGrid): SumSearch {
  const reach = Math.max(
    2,
    Math.min(LONGEST_REACH, Math.floor(MOST_COMPARISONS / Math.max(1, candidates.length))),
  );
  const run = (threshold: number, isReversed: boolean): SumSearch => {
    const rules = { quanta: grid.quanta, reach, threshold };
    return isReversed
      ? mirror(findSums(mirrored(candidates), rules), candidates.length)
      : findSums(candidates, rules);
  };
  const pick = (one: SumSearch, other: SumSearch): SumSearch =>
    scoreOf(other, candidates) > scoreOf(one, candidates) ? other : one;
  const [down, up] = [run(STRICT, false), run(STRICT, true)];
  const best = withSuspects(pick(down, up), [down, up]);
  if (best.doubtful.length === 0 && best.unexplained.length === 0) return best;
  const lenient = pick(run(LENIENT, false), run(LENIENT, true));
  const isConfirmed =
    confirmed(lenient, candidates) > confirmed(best, candidates) &&
    lenient.unexplained.length < best.unexplained.length;
  return isConfirmed ? lenient : best;
}

/** Where nothing proves in which direction sums stand, rows that look like sums in either direction are doubtful. */
function withSuspects(best: SumSearch, both: readonly SumSearch[]): SumSearch {
  if (best.sums.some(({ proof }) => proof === 'figures')) return best;
  return {
    ...best,
    doubtful: [...new Set(both.flatMap(({ doubtful }) => doubtful))].toSorted((a, b) => a - b),
  };
}

function scoreOf(search: SumSearch, candidates: readonly SumCandidate[]): number {
  const proven = search.sums.filter(({ proof }) => proof === 'figures').length;
  return confirmed(search, candidates) * 100 + proven - search.unexplained.length;
}

/** Sums that words claim and figures prove. */
function confirmed(search: SumSearch, candidates: readonly SumCandidate[]): number {
  return search.sums.filter(
    ({ row, proof }) => proof === 'figures' && ['total', 'subtotal'].includes(candidates[row]?.word ?? ''),
  ).length;
}

function mirrored(candidates: readonly SumCandidate[]): SumCandidate[] {
  return candidates.toReversed().map((candidate, index) => ({
    ...candidate,
    // Read upwards a group begins at its last row.
    startsGroup: index === 0 || (candidates[candidates.length - index]?.startsGroup ?? false),
  }));
}

function mirror(search: SumSearch, length: number): SumSearch {
  const turn = (index: number): number => length - 1 - index;
  return {
    sums: search.sums.map((sum) => ({ ...sum, row: turn(sum.row), parts: sum.parts.map(turn) })),
    asides: search.asides.map(turn),
    doubtful: search.doubtful.map(turn),
    unexplained: search.unexplained.map(turn),
    open: search.open.map(turn),
  };
}

function rolesOf(rows: readonly RowFacts[], search: SumSearch): Map<number, RowRole> {
  const roles = new Map<number, RowRole>(rows.map(({ row }) => [row, 'data']));
  const set = (index: number, role: RowRole) => {
    const row = rows[index]?.row;
    if (row !== undefined) roles.set(row, role);
  };
  const summed = new Set(search.sums.flatMap(({ parts }) => parts));
  const tops = search.sums.filter(({ row }) => !summed.has(row));
  for (const { row } of search.sums) {
    const label = rows[row]?.label ?? '';
    // Of several sums that no other one joins, those named after a group are the group's.
    const isTotal =
      !summed.has(row) && readRowWord(label) === 'total' && (tops.length <= 2 || claimsEverything(label));
    set(row, isTotal ? 'total' : 'subtotal');
  }
  for (const row of search.asides) set(row, 'memo');
  return roles;
}

/** The data rows below a sum, through the sums it sums. */
function leavesOf(row: number, search: SumSearch): number[] {
  const partsOf = new Map(search.sums.map((sum) => [sum.row, sum.parts]));
  const leaves: number[] = [];
  const waiting = [...(partsOf.get(row) ?? [])];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const parts = partsOf.get(part);
    if (parts === undefined) leaves.push(part);
    else waiting.push(...parts);
  }
  return leaves.toSorted((a, b) => a - b);
}

type Grouping = {
  readonly facts: readonly RowFacts[];
  readonly withFigures: readonly RowFacts[];
  readonly search: SumSearch;
  readonly roles: ReadonlyMap<number, RowRole>;
};

/** A heading names the rows after it until its sum; without headings the sum that closes a group names it. */
function groupsOf({ facts, withFigures, search, roles }: Grouping): Map<number, string> {
  const groups = new Map<number, string>();
  const sumRows = new Map(search.sums.map((sum) => [withFigures[sum.row]?.row ?? -1, sum]));
  let heading = '';
  for (const fact of facts) {
    if (!fact.hasFigures) heading = wordlessRole(fact, Infinity) === 'heading' ? fact.label : heading;
    else if (sumRows.has(fact.row)) heading = '';
    else if (heading !== '') groups.set(fact.row, heading);
  }
  for (const { row, parts } of search.sums) {
    if (roles.get(withFigures[row]?.row ?? -1) === 'total') continue;
    const name = groupNameOf(withFigures[row]?.label ?? '');
    for (const part of parts) {
      const at = withFigures[part]?.row ?? -1;
      if (!sumRows.has(at) && !groups.has(at) && name !== '') groups.set(at, name);
    }
  }
  return groups;
}
