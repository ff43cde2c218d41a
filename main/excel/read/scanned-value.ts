import type { WorkbookContext } from './build-sheet.ts';
import type { CellElements, CellValue, SharedTexts } from './cell-value.ts';
import { kindNumber, readCellValue } from './cell-value.ts';
import type { ScannedCell } from './cell-scanner.ts';
import { decodeEscapes } from './rich-text.ts';
import { PLAIN_FORMAT } from './styles.ts';

const [PLUS, MINUS, POINT, ZERO, NINE] = [43, 45, 46, 48, 57];
const NUMBER = kindNumber('number');

/**
 * The value of a scanned cell. Plain numbers go into the store as the bytes that they are, without ever being a string; all
 * else is judged as the parser's cells are. Null when the cell points to a shared text that is not there.
 */
export function readScannedValue(
  cell: ScannedCell,
  shared: SharedTexts,
  context: WorkbookContext,
): CellValue | null {
  const { bytes, valueStart, valueEnd } = cell;
  const isPlainNumber =
    cell.type === 'n' &&
    isDecimal(bytes, valueStart, valueEnd) &&
    (context.formats[cell.style] ?? PLAIN_FORMAT).dateParts === 'none';
  if (isPlainNumber) {
    return { kind: NUMBER, text: context.texts.addAscii(bytes, valueStart, valueEnd) + 1 };
  }
  return readCellValue(elementsOf(cell), cell.formulaStart >= 0, shared, context);
}

/** The text of bytes that hold ASCII alone; null where there are none. */
export function textOf(bytes: Buffer, start: number, end: number): string | null {
  return start < 0 ? null : bytes.toString('latin1', start, end);
}

function elementsOf({ bytes, ...cell }: ScannedCell): CellElements {
  const inline = textOf(bytes, cell.inlineStart, cell.inlineEnd);
  return {
    type: cell.type,
    style: cell.style,
    value: textOf(bytes, cell.valueStart, cell.valueEnd),
    inline: inline === null ? null : decodeEscapes(inline),
  };
}

/** Whether these bytes are digits with at most one sign before and one point among them; exponents are rare. */
function isDecimal(bytes: Buffer, start: number, end: number): boolean {
  if (start < 0) return false;
  let at = bytes[start] === MINUS || bytes[start] === PLUS ? start + 1 : start;
  let digits = 0;
  let points = 0;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) digits += 1;
    else if (byte === POINT) points += 1;
    else return false;
  }
  return digits > 0 && points <= 1;
}
