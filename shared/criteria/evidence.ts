import type { Minor } from '../money/amount.ts';
import type { Evidence } from './result.ts';

/** Results hold at most so many pieces of evidence and missing entries; the counts tell how many there are. */
export const LIST_LIMIT = 100;

/**
 * Pieces of evidence, joined without being sorted: a join costs the same however much it joins, and the largest
 * pieces are sought only when a result is asked for. `top` is the largest amount in the pile.
 */
export type EvidencePile =
  | { readonly kind: 'empty'; readonly count: 0 }
  | {
      readonly kind: 'pieces';
      readonly count: number;
      readonly top: Minor;
      /** Largest first; equal ones in the order of the plan's periods. */
      readonly pieces: readonly Evidence[];
    }
  | {
      readonly kind: 'joined';
      readonly count: number;
      readonly top: Minor;
      readonly left: FilledPile;
      readonly right: FilledPile;
    };
type FilledPile = Exclude<EvidencePile, { kind: 'empty' }>;

export const NO_EVIDENCE: EvidencePile = { kind: 'empty', count: 0 };

/** Makes a pile of the pieces of one row, given in the order of the plan's periods. */
export function pileOf(pieces: readonly Evidence[]): EvidencePile {
  const sorted =
    pieces.length > 1
      ? pieces.toSorted((a, b) => (a.minor === b.minor ? 0 : a.minor > b.minor ? -1 : 1))
      : pieces;
  const [first] = sorted;
  if (first === undefined) return NO_EVIDENCE;
  return { kind: 'pieces', count: sorted.length, top: first.minor, pieces: sorted };
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
  addCandidate(open, { pile, taken: 0, top: pile.top, at: 0 });
  while (found.length < limit) {
    const best = open.pop();
    if (best === undefined) break;
    const piece = takeLargest(open, best);
    if (piece !== undefined) found.push(piece);
  }
  return found;
}

/** A pile that may hold the next piece, less the pieces `taken` of it; `at` counts the pieces to the left of them in the whole. */
type Candidate = {
  readonly pile: FilledPile;
  readonly taken: number;
  readonly top: Minor;
  readonly at: number;
};

/** Takes the largest piece out of a candidate and leaves the rest of it open. */
function takeLargest(open: Candidate[], best: Candidate): Evidence | undefined {
  let { pile, at } = best;
  while (pile.kind === 'joined') {
    const { left, right }: { left: FilledPile; right: FilledPile } = pile;
    if (left.top >= right.top) {
      addCandidate(open, { pile: right, taken: 0, top: right.top, at: at + left.count });
      pile = left;
    } else {
      addCandidate(open, { pile: left, taken: 0, top: left.top, at });
      pile = right;
      at += left.count;
    }
  }
  const next = pile.pieces[best.taken + 1];
  if (next !== undefined) addCandidate(open, { pile, taken: best.taken + 1, top: next.minor, at: at + 1 });
  return pile.pieces[best.taken];
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
