import { megabytes } from './limits.ts';
import { refusal } from './refusal.ts';
import { GROWTH, resizedUint32 } from './resized-array.ts';

/** All texts of a workbook as UTF-8 in a few large pages: a million JavaScript strings would cost several times as much. */
export type TextStore = {
  /** Keeps a text and gives its number. Numbers count up from 0. */
  readonly add: (text: string) => number;
  /** Keeps a text that already stands in bytes as ASCII. */
  readonly addAscii: (bytes: Buffer, start: number, end: number) => number;
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

  const startText = (page: Page): number => {
    if (count === starts.length) starts = resizedUint32(starts, count * GROWTH);
    starts[count] = page.used;
    count += 1;
    return count - 1;
  };

  return {
    add: (text) => {
      const page = pageFor(text.length * BYTES_PER_UNIT);
      const id = startText(page);
      page.used += page.bytes.write(text, page.used);
      return id;
    },
    addAscii: (bytes, start, end) => {
      const page = pageFor(end - start);
      const id = startText(page);
      // Figures are a few bytes long: copying them one by one costs less than a call to copy them.
      for (let at = start; at < end; at += 1) {
        page.bytes[page.used] = bytes[at] ?? 0;
        page.used += 1;
      }
      return id;
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
