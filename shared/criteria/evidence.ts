import type { Minor } from '../money/amount.ts';
import type { Evidence } from './result.ts';

/** Results hold at most so many pieces of evidence and missing entries; the counts tell how many there are. */
export const LIST_LIMIT = 100;

/**
 * Pieces of evidence, joined without being sorted or even made: a join costs the same however much it joins, and the
 * largest pieces are sought only when a result is asked for. `top` is the largest amount in the pile.
 */
export type EvidencePile = typeof NO_EVIDENCE | FilledPile;
type FilledPile = { readonly count: number; readonly top: Minor } & (
  | {
      readonly kind: 'row';
      /** Largest first; equal ones in the order of the plan's periods. */
      readonly pieces: () => readonly Evidence[];
    }
  | { readonly kind: 'joined'; readonly left: FilledPile; readonly right: FilledPile }
  | { readonly kind: 'split'; readonly split: () => readonly [FilledPile, FilledPile] }
);

export const NO_EVIDENCE = { kind: 'empty', count: 0 } as const;

/** A piece as its row has it: where it stands is known from the row. */
type Cell = Pick<Evidence, 'period' | 'minor'>;

/** Makes a pile of the pieces of one row, given in the order of the plan's periods. */
export function pileOf(pieces: readonly Evidence[]): EvidencePile {
  const sorted = pieces.toSorted(largestFirst);
  const [first] = sorted;
  if (first === undefined) return NO_EVIDENCE;
  return { kind: 'row', count: sorted.length, top: first.minor, pieces: () => sorted };
}

/**
 * Makes a pile of one piece for each period in which a line has a positive amount. Only the amounts' function is kept:
 * a large plan has many more cells than are ever looked at.
 */
export function pileOfLine(
  line: string,
  periods: readonly { readonly id: NonNullable<Evidence['period']>; readonly at: number }[],
  amountAt: (at: number) => Minor,
): EvidencePile {
  let count = 0;
  let top = 0n;
  for (const { at } of periods) {
    const minor = amountAt(at);
    if (minor <= 0n) continue;
    count += 1;
    if (minor > top) top = minor;
  }
  if (count === 0) return NO_EVIDENCE;
  const pieces = () =>
    periods
      .map(({ id, at }) => ({ line, source: null, period: id, minor: amountAt(at) }))
      .filter(({ minor }) => minor > 0n)
      .toSorted(largestFirst);
  return { kind: 'row', count, top, pieces };
}

/** Joins two piles; the rows of the first come before those of the second. */
export function joinPiles(a: EvidencePile, b: EvidencePile): EvidencePile {
  if (a.kind === 'empty') return b;
  if (b.kind === 'empty') return a;
  return { kind: 'joined', count: a.count + b.count, top: a.top > b.top ? a.top : b.top, left: a, right: b };
}

/** The largest pieces: larger amounts first, equal ones in the order of rows, then of periods. */
export function largestEvidence(pile: EvidencePile, limit: number = LIST_LIMIT): readonly Evidence[] {
  if (pile.kind === 'empty') return [];
  const found: Evidence[] = [];
  const open: Candidate[] = [];
  addCandidate(open, { pile, top: pile.top, at: 0 });
  while (found.length < limit) {
    const best = open.pop();
    if (best === undefined) break;
    const piece = takeLargest(open, best);
    if (piece !== undefined) found.push(piece);
  }
  return found;
}

/** What may hold the next piece: a pile, or what is left of a row; `at` counts the pieces to the left of it in the whole. */
type Candidate = { readonly top: Minor; readonly at: number } & (
  { readonly pile: FilledPile } | { readonly pieces: readonly Evidence[]; readonly taken: number }
);

/** Takes the largest piece out of a candidate and leaves the rest of it open. */
function takeLargest(open: Candidate[], best: Candidate): Evidence | undefined {
  if ('pieces' in best) return takePiece(open, best.pieces, best.taken, best.at);
  let { pile, at } = best;
  while (pile.kind !== 'row') {
    const [left, right]: readonly [FilledPile, FilledPile] =
      pile.kind === 'joined' ? [pile.left, pile.right] : pile.split();
    if (left.top >= right.top) {
      addCandidate(open, { pile: right, top: right.top, at: at + left.count });
      pile = left;
    } else {
      addCandidate(open, { pile: left, top: left.top, at });
      pile = right;
      at += left.count;
    }
  }
  return takePiece(open, pile.pieces(), 0, at);
}

function takePiece(
  open: Candidate[],
  pieces: readonly Evidence[],
  taken: number,
  at: number,
): Evidence | undefined {
  const next = pieces[taken + 1];
  if (next !== undefined) addCandidate(open, { pieces, taken: taken + 1, top: next.minor, at: at + 1 });
  return pieces[taken];
}

/** Keeps the candidates sorted with the best one last. */
function addCandidate(open: Candidate[], candidate: Candidate): void {
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = open[middle];
    if (other !== undefined && comesBefore(candidate, other)) low = middle + 1;
    else high = middle;
  }
  open.splice(low, 0, candidate);
}

function comesBefore(a: Candidate, b: Candidate): boolean {
  return a.top === b.top ? a.at < b.at : a.top > b.top;
}

function largestFirst(a: Cell, b: Cell): number {
  return a.minor === b.minor ? 0 : a.minor > b.minor ? -1 : 1;
}
