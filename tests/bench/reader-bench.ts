import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { BenchRow } from './bench-row.ts';
import { writeLargeWorkbook } from './large-workbook.ts';

/** One reading in a process of its own. */
type Measure = { readonly milliseconds: number; readonly peakMegabytes: number; readonly cells: number };
type Reader = 'reader' | 'exceljs';

const ROWS = 50_000;
const COLUMNS = 30;
const CELLS = ROWS * COLUMNS;
/** The median of three, the two readers by turns, so that a busy moment of the machine hits neither alone. */
const RUNS = 3;
const MIN_TIMES_FASTER = 4;
const MAX_MEMORY_SHARE = 1 / 6;
const SCRIPT = fileURLToPath(new URL('./read-once.ts', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/perennial-bench/', import.meta.url));

/**
 * Reads a workbook of 50,000 x 30 cells with our reader and with exceljs's full load, each time in a fresh process, and compares
 * time and peak resident memory. The workbook is built on the first run and kept in node_modules/.cache.
 */
export async function benchReader(): Promise<readonly BenchRow[]> {
  const workbook = await largeWorkbook();
  const script = await builtScript();
  const measures: Record<Reader, Measure[]> = { reader: [], exceljs: [] };
  for (let run = 0; run < RUNS; run += 1) {
    measures.reader.push(measure(script, 'reader', workbook));
    measures.exceljs.push(measure(script, 'exceljs', workbook));
  }
  const time = (reader: Reader) => median(measures[reader].map(({ milliseconds }) => milliseconds));
  const memory = (reader: Reader) => median(measures[reader].map(({ peakMegabytes }) => peakMegabytes));
  const timesFaster = time('exceljs') / time('reader');
  const memoryShare = memory('reader') / memory('exceljs');
  const plain = (what: string, figure: string) => ({ what, figure, target: null });
  return [
    plain('reading 50,000 x 30: time', `${time('reader')} ms`),
    plain('reading 50,000 x 30 with exceljs: time', `${time('exceljs')} ms`),
    {
      what: 'reading 50,000 x 30, against exceljs: time',
      figure: `${timesFaster.toFixed(1)}x faster`,
      target: { text: 'at least 4x', isMet: timesFaster >= MIN_TIMES_FASTER },
    },
    plain('reading 50,000 x 30: peak memory', `${memory('reader')} MB`),
    plain('reading 50,000 x 30 with exceljs: peak memory', `${memory('exceljs')} MB`),
    {
      what: 'reading 50,000 x 30, against exceljs: peak memory',
      figure: `1/${(1 / memoryShare).toFixed(1)}`,
      target: { text: 'at most a sixth', isMet: memoryShare <= MAX_MEMORY_SHARE },
    },
  ];
}

async function largeWorkbook(): Promise<string> {
  const path = `${CACHE}large-${ROWS}x${COLUMNS}.xlsx`;
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  // Renamed when it is whole: a run that was stopped leaves no half workbook behind.
  const unfinished = `${path}.${process.pid}`;
  await writeLargeWorkbook(unfinished, ROWS, COLUMNS);
  renameSync(unfinished, path);
  return path;
}

/** The measuring script built as the program is: taking types out on the way would count as the reader's time and memory. */
async function builtScript(): Promise<string> {
  const outDir = `${CACHE}built`;
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    build: { ssr: SCRIPT, outDir, emptyOutDir: true, minify: false },
  });
  return `${outDir}/read-once.js`;
}

function measure(script: string, reader: Reader, path: string): Measure {
  const { stdout, status } = spawnSync(process.execPath, [script, reader, path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`reading with ${reader} ended with ${status}`);
  // Written by read-once.ts.
  const result = JSON.parse(stdout) as Measure;
  if (result.cells !== CELLS) throw new Error(`${reader} read ${result.cells} cells instead of ${CELLS}`);
  return result;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}
