/** In the order of preference: a comma is often a decimal mark, a tab never anything but a delimiter. */
const CANDIDATES = ['\t', ';', '|', ','] as const;
const SAMPLE_ROWS = 200;
const SAMPLE_CHARACTERS = 256 * 1024;
/** A less preferred delimiter must divide the rows this much more evenly. */
const CLEARLY_BETTER = 0.1;
const SEPARATOR_LINE = /^sep=(.)\r?(?:\n|$)/i;

export type Delimited = { readonly delimiter: string; readonly body: string };

/**
 * Finds the delimiter of a text table: a first line `sep=;` says it (and is not part of the table); else the one that
 * divides most rows into the same number of fields. A table of one column has a comma.
 */
export function findDelimiter(text: string): Delimited {
  const said = SEPARATOR_LINE.exec(text);
  if (said !== null) return { delimiter: said[1] ?? ',', body: text.slice(said[0].length) };
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best = { delimiter: ',', evenness: 0 };
  for (const delimiter of CANDIDATES) {
    const evenness = evennessOf(countPerRow(sample, delimiter));
    if (evenness > best.evenness + (best.evenness > 0 ? CLEARLY_BETTER : 0)) best = { delimiter, evenness };
  }
  return { delimiter: best.delimiter, body: text };
}

/** How often a delimiter stands in each of the first rows that hold something, quoted fields left out. */
function countPerRow(sample: string, delimiter: string): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  let isQuoted = false;
  let isEmpty = true;
  const endRow = () => {
    if (!isEmpty) counts.push(count);
    count = 0;
    isEmpty = true;
  };
  for (const character of sample) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === delimiter) count += 1;
    if (character === '\n' || character === '\r') endRow();
    else isEmpty = false;
    if (counts.length >= SAMPLE_ROWS) return counts;
  }
  endRow();
  return counts;
}

/** The share of rows that have the most frequent count above zero. */
function evennessOf(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  return counts.length === 0 ? 0 : Math.max(0, ...frequency.values()) / counts.length;
}
