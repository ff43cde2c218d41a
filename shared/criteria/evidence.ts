import type { Minor } from '../money/amount.ts';
import type { Evidence } from './result.ts';

/** Results hold at most so many pieces of evidence and missing entries; the counts tell how many there are. */
export const LIST_LIMIT = 100;

/**
 * Pieces of evidence, joined without being sorted or even made: a join costs the same however much it joins, and the
 * largest pieces are sought only when a result is asked for. `top` is the largest amount in the pile.
 */
export type EvidencePile = typeof NO_EVIDENCE | FilledPile;
export type FilledPile = { readonly count: number; readonly top: Minor } & (
  | {
      readonly kind: 'row';
      /** Largest first; equal ones in the order of the plan's periods. */
      readonly pieces: () => readonly Evidence[];
    }
  | {
      readonly kind: 'joined';
      readonly sides: () => readonly [FilledPile, FilledPile];
      /** What was found when it was asked for: most piles of a plan are the same after an edit. */
      readonly found: {
        pieces: Evidence[];
        fromLeft: number;
        sides: readonly [FilledPile, FilledPile] | null;
      };
    }
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
  // Kept once made: the rows that hold the largest pieces are the same after most edits.
  let made: readonly Evidence[] | undefined;
  const pieces = () => (made ??= piecesOfLine(line, periods, amountAt));
  return { kind: 'row', count, top, pieces };
}

function piecesOfLine(...[line, periods, amountAt]: Parameters<typeof pileOfLine>): readonly Evidence[] {
  return periods
    .map(({ id, at }) => ({ line, source: null, period: id, minor: amountAt(at) }))
    .filter(({ minor }) => minor > 0n)
    .toSorted(largestFirst);
}

/** Joins two piles; the rows of the first come before those of the second. */
export function joinPiles(a: EvidencePile, b: EvidencePile): EvidencePile {
  if (a.kind === 'empty') return b;
  if (b.kind === 'empty') return a;
  return joinedPile(a.count + b.count, a.top > b.top ? a.top : b.top, () => [a, b]);
}

/** A pile of two sides that are only made when a piece of it is asked for. */
export function joinedPile(
  count: number,
  top: Minor,
  sides: () => readonly [FilledPile, FilledPile],
): FilledPile {
  return { kind: 'joined', count, top, sides, found: { pieces: [], fromLeft: 0, sides: null } };
}

/** The largest pieces: larger amounts first, equal ones in the order of rows, then of periods. */
export function largestEvidence(pile: EvidencePile, limit: number = LIST_LIMIT): readonly Evidence[] {
  if (pile.kind === 'empty') return [];
  const largest: Evidence[] = [];
  for (let rank = 0; rank < limit; rank += 1) {
    const piece = pieceAt(pile, rank);
    if (piece === undefined) break;
    largest.push(piece);
  }
  return largest;
}

/** The piece of a rank, 0 being the largest; a joined pile merges its sides just that far. */
function pieceAt(pile: FilledPile, rank: number): Evidence | undefined {
  if (pile.kind === 'row') return pile.pieces()[rank];
  const { found } = pile;
  if (rank < found.pieces.length || found.pieces.length === pile.count) return found.pieces[rank];
  found.sides ??= pile.sides();
  const [left, right] = found.sides;
  while (found.pieces.length <= rank && found.pieces.length < pile.count) {
    const fromRight = found.pieces.length - found.fromLeft;
    const [l, r] = [amountAt(left, found.fromLeft), amountAt(right, fromRight)];
    const isLeft = r === null || (l !== null && l >= r);
    const piece = isLeft ? pieceAt(left, found.fromLeft) : pieceAt(right, fromRight);
    if (piece === undefined) break;
    if (isLeft) found.fromLeft += 1;
    found.pieces.push(piece);
  }
  return found.pieces[rank];
}

/** The amount of a rank, null past the last; the first is known without making it. */
function amountAt(pile: FilledPile, rank: number): Minor | null {
  if (rank === 0) return pile.top;
  return rank < pile.count ? (pieceAt(pile, rank)?.minor ?? null) : null;
}

function largestFirst(a: Cell, b: Cell): number {
  return a.minor === b.minor ? 0 : a.minor > b.minor ? -1 : 1;
}
