/** How many values one edit can bring: the spread of origin numbers that belong to one sequence number. */
const ORIGIN_SPAN = 2 ** 22;

/** The first origin number of the edit with this sequence number; a value brought by an import adds its offset. */
export function originOfEdit(sequence: number): number {
  return sequence * ORIGIN_SPAN;
}

/** The edit and the offset in it that an origin number stands for; sequence 0 means that no origin is known. */
export function readOrigin(origin: number): { sequence: number; offset: number } {
  return { sequence: Math.floor(origin / ORIGIN_SPAN), offset: origin % ORIGIN_SPAN };
}
