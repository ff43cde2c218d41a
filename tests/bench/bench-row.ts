/** One line of the table that `npm run bench` prints. */
export type BenchRow = {
  /** What was measured, such as `reading 50,000 x 30, against exceljs`. */
  readonly what: string;
  /** The figure with its unit, such as `5.2x faster` or `0.8 ms`. */
  readonly figure: string;
  /** What it should be, such as `at least 4x`, and whether it is; null where nothing is promised. */
  readonly target: { readonly text: string; readonly isMet: boolean } | null;
};
