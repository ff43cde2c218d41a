import type { Style } from 'exceljs';
import type { CellLook } from './sheet-spec.ts';

/** A face that every system has or replaces by one of the same widths. */
const FACE = 'Arial';
const GREY = { argb: 'FF595959' };
const PALE = { argb: 'FFEDEDED' };
const thin = { style: 'thin' } as const;
const hair = { style: 'hair' } as const;

/** An amount's number format: brackets for negatives, a dash for zero, the currency's own decimals. */
export function amountFormat(decimals: number): string {
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return `${digits}_);(${digits});"-"_)`;
}

/** The looks of a workbook in this currency. They tell rows apart by weight and rule, never by colour alone. */
export function cellStyles(decimals: number): Readonly<Record<CellLook, Partial<Style>>> {
  const numFmt = amountFormat(decimals);
  const top = { vertical: 'top' } as const;
  const plain = { font: { name: FACE, size: 10 } } as const;
  const bold = { name: FACE, size: 10, bold: true } as const;
  const header: Partial<Style> = {
    font: bold,
    fill: { type: 'pattern', pattern: 'solid', fgColor: PALE },
    border: { bottom: thin },
    alignment: { vertical: 'middle', wrapText: true },
  };
  return {
    title: { font: { name: FACE, size: 16, bold: true } },
    subtitle: { font: { name: FACE, size: 10, color: GREY } },
    text: { ...plain, alignment: top },
    wrapped: { ...plain, alignment: { ...top, wrapText: true } },
    strong: { font: bold, alignment: top },
    header,
    headerRight: { ...header, alignment: { vertical: 'middle', horizontal: 'right', wrapText: true } },
    heading: { font: bold, border: { bottom: hair } },
    amount: { ...plain, numFmt, alignment: top },
    subtotalText: { font: bold, border: { top: hair } },
    subtotal: { font: bold, numFmt, border: { top: hair } },
    totalText: { font: bold, border: { top: thin, bottom: { style: 'double' } } },
    total: { font: bold, numFmt, border: { top: thin, bottom: { style: 'double' } } },
    share: { ...plain, numFmt: '0.0%', alignment: top },
    totalShare: {
      font: bold,
      numFmt: '0.0%',
      border: { top: thin, bottom: { style: 'double' } },
    },
    number: { ...plain, numFmt: '0.######', alignment: top },
    integer: { ...plain, numFmt: '0', alignment: top },
  };
}
