import type { BenchRow } from './bench-row.ts';
import { benchDocument } from './document-bench.ts';
import { benchEngine } from './engine-bench.ts';
import { benchReader } from './reader-bench.ts';

/** Measures one after the other, so that nothing measured shares the machine with anything else measured. */
const benches: readonly (() => Promise<readonly BenchRow[]>)[] = [benchReader, benchEngine, benchDocument];

function write({ what, figure, target }: BenchRow): void {
  const verdict = target === null ? '' : `${target.text}: ${target.isMet ? 'met' : 'MISSED'}`;
  process.stdout.write(`${`${what.padEnd(60)} ${figure.padStart(18)}   ${verdict}`.trimEnd()}\n`);
}

const rows: BenchRow[] = [];
for (const bench of benches) {
  for (const row of await bench()) {
    write(row);
    rows.push(row);
  }
}
process.exitCode = rows.some(({ target }) => target?.isMet === false) ? 1 : 0;
