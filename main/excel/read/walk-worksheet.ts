import { scanCells } from './cell-scanner.ts';
import type { ScannedCell } from './cell-scanner.ts';
import { createXmlWalker } from './xml.ts';
import type { XmlHandlers, XmlWalker } from './xml.ts';

/** A plain cell's beginning. Others stay with the XML parser. */
const CELL = Buffer.from('<c ');
const GREATER = 62;
const SPACE = 32;
/** A cell larger than this is left to the parser: it would be scanned anew with each piece that comes. */
const MAX_CARRIED = 64 * 1024;
const NOTHING = Buffer.alloc(0);

/**
 * Walks through a worksheet part as `walkXml` does, but takes runs of plain cells by a scan of their bytes. The parser
 * sees everything else, and decides whether it is in a row: only behind a tag that it has itself read, within an element `row`
 * without a prefix, is the scan tried. What looks like a cell in a comment or another vocabulary is thus never one.
 */
export async function walkWorksheet(
  pieces: AsyncIterable<Buffer>,
  part: string,
  handlers: XmlHandlers,
  takeCell: (cell: ScannedCell) => void,
): Promise<void> {
  const walker = createXmlWalker(part, handlers);
  let rest: Rest = { bytes: NOTHING, isBehindCells: false };
  for await (const piece of pieces) {
    const bytes = rest.bytes.length === 0 ? piece : Buffer.concat([rest.bytes, piece]);
    rest = walkPiece(walker, bytes, rest.isBehindCells, takeCell);
  }
  walker.write(rest.bytes);
  walker.end();
}

/** What a piece leaves for the next: a cell that it cut off, and whether the scan goes on where the next one begins. */
type Rest = { readonly bytes: Buffer; readonly isBehindCells: boolean };

function walkPiece(
  walker: XmlWalker,
  bytes: Buffer,
  isBehindCells: boolean,
  takeCell: (cell: ScannedCell) => void,
): Rest {
  let done = 0;
  let cell = bytes.indexOf(CELL);
  while (cell >= 0) {
    // A cell at the very beginning follows what the piece before ended with.
    const isInRow = cell === 0 ? isBehindCells : writeTags(walker, bytes.subarray(done, cell));
    done = cell;
    if (isInRow) {
      const { end, isCutOff } = scanCells(bytes, cell, takeCell);
      done = end;
      if (isCutOff && bytes.length - end < MAX_CARRIED) {
        return { bytes: bytes.subarray(end), isBehindCells: true };
      }
    }
    // Behind the cells that were taken stands something else; a cell that was not taken is passed over.
    cell = bytes.indexOf(CELL, done + 1);
  }
  walker.write(bytes.subarray(done));
  return { bytes: NOTHING, isBehindCells: false };
}

/** Lets the parser read up to a cell; true when what it read ends with a tag of its own and leaves it within a row. */
function writeTags(walker: XmlWalker, bytes: Buffer): boolean {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= SPACE) end -= 1;
  if (end === 0 || bytes[end - 1] !== GREATER) {
    walker.write(bytes);
    return false;
  }
  walker.write(bytes.subarray(0, end - 1));
  const tagsBefore = walker.tags();
  walker.write(bytes.subarray(end - 1));
  return walker.tags() > tagsBefore && walker.isDirectlyIn('row');
}
