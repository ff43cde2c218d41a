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
  const pages = createPages(limitBytes);
  let starts = new Uint32Array(1024);
  let count = 0;

  const startText = (page: Page): number => {
    if (count === starts.length) starts = resizedUint32(starts, count * GROWTH);
    starts[count] = page.used;
    count += 1;
    return count - 1;
  };

  return {
    add: (text) => {
      const page = pages.forBytes(text.length * BYTES_PER_UNIT, count);
      const id = startText(page);
      page.used += page.bytes.write(text, page.used);
      return id;
    },
    addAscii: (bytes, start, end) => {
      const page = pages.forBytes(end - start, count);
      const id = startText(page);
      // Figures are a few bytes long: copying them one by one costs less than a call to copy them.
      for (let at = start; at < end; at += 1) {
        page.bytes[page.used] = bytes[at] ?? 0;
        page.used += 1;
      }
      return id;
    },
    get: (id) => {
      const page = pages.ofText(id);
      if (page === undefined || id >= count) return '';
      const isLastOfPage = id + 1 >= count || pages.ofText(id + 1) !== page;
      return page.bytes.toString('utf8', starts[id], isLastOfPage ? page.used : starts[id + 1]);
    },
    count: () => count,
  };
}

/** The pages of a store. A text never goes from one page to the next. */
function createPages(limitBytes: number) {
  const pages: Page[] = [];
  let reserved = 0;
  return {
    /** A page with room for this many bytes, of which the text with this number will be the next. */
    forBytes: (needed: number, nextId: number): Page => {
      const last = pages.at(-1);
      if (last !== undefined && last.bytes.length - last.used >= needed) return last;
      const size = Math.max(PAGE_BYTES, needed);
      reserved += size;
      if (reserved > limitBytes + PAGE_BYTES) {
        throw refusal('too-much-text', { limit: megabytes(limitBytes) });
      }
      const page = { bytes: Buffer.allocUnsafeSlow(size), used: 0, firstId: nextId };
      pages.push(page);
      return page;
    },
    ofText: (id: number): Page | undefined => pages.findLast((page) => page.firstId <= id),
  };
}
