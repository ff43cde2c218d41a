/** How much a file may ask for. All of it is checked before memory is given. */
export type ReadLimits = {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  readonly zipEntries: number;
  /** Unpacked bytes of one part, as its directory entry declares them; more than declared is damage. Less than one string may hold. */
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Unpacked to packed size, judged only for parts above `ratioFromBytes`: small XML packs very tightly by nature. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  readonly cells: number;
  /** Bytes of all texts of the workbook, shared strings and numbers included. */
  readonly textBytes: number;
  readonly merges: number;
  /** Characters of one row of a csv file: a quotation mark left open would swallow the rest of the file. */
  readonly csvRowCharacters: number;
};

const MEGABYTE = 1024 * 1024;

/**
 * Fits the memory cap of a job (512 MB) with room for what is made of the cells. A worksheet of repeated rows packs to about
 * a two-hundredth of its size; deflate's own bound is 1,032.
 */
export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 128 * MEGABYTE,
  zipEntries: 10_000,
  entryBytes: 500 * MEGABYTE,
  totalBytes: 1024 * MEGABYTE,
  ratio: 400,
  ratioFromBytes: 8 * MEGABYTE,
  cells: 5_000_000,
  textBytes: 160 * MEGABYTE,
  merges: 200_000,
  csvRowCharacters: 1_000_000,
};

/** Whole megabytes for a sentence, rounded up so that a limit never reads as 0. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / MEGABYTE);
}
