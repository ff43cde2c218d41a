import { megabytes } from './limits.ts';
import { refusal } from './refusal.ts';

/** All texts of a workbook as UTF-8 in a few large pages: a million JavaScript strings would cost several times as much. */
export type TextStore = {
  /** Keeps a text and gives its number. Numbers count up from 0. */
  readonly add: (text: string) => number;
  readonly get: (id: number) => string;
  readonly count: () => number;
};

const PAGE_BYTES = 1 << 22;
/** UTF-8 needs at most three bytes for one UTF-16 unit. */
const BYTES_PER_UNIT = 3;

type Page = { readonly bytes: Buffer; used: number; readonly firstId: number };

/** Makes an empty store; more than `limitBytes` of text is refused. */
export function createTextStore(limitBytes: number): TextStore {
  const pages: Page[] = [];
  let starts = new Uint32Array(1024);
  let count = 0;
  let reserved = 0;

  const pageFor = (needed: number): Page => {
    const last = pages.at(-1);
    if (last !== undefined && last.bytes.length - last.used >= needed) return last;
    const size = Math.max(PAGE_BYTES, needed);
    reserved += size;
    if (reserved > limitBytes + PAGE_BYTES) throw refusal('too-much-text', { limit: megabytes(limitBytes) });
    const page = { bytes: Buffer.allocUnsafeSlow(size), used: 0, firstId: count };
    pages.push(page);
    return page;
  };

  const pageOf = (id: number): Page | undefined => pages.findLast((page) => page.firstId <= id);

  return {
    add: (text) => {
      const page = pageFor(text.length * BYTES_PER_UNIT);
      if (count === starts.length) starts = doubled(starts);
      starts[count] = page.used;
      page.used += page.bytes.write(text, page.used);
      count += 1;
      return count - 1;
    },
    get: (id) => {
      const page = pageOf(id);
      if (page === undefined || id >= count) return '';
      const start = starts[id] ?? 0;
      const isLastOfPage = id + 1 >= count || (starts[id + 1] ?? 0) < start || pageOf(id + 1) !== page;
      return page.bytes.toString('utf8', start, isLastOfPage ? page.used : starts[id + 1]);
    },
    count: () => count,
  };
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
