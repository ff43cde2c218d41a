import type { Style } from 'exceljs';
import type { CellLook } from './sheet-spec.ts';

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
  const header: Partial<Style> = {
    font: { bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: PALE },
    border: { bottom: thin },
    alignment: { vertical: 'middle', wrapText: true },
  };
  return {
    title: { font: { bold: true, size: 16 } },
    subtitle: { font: { color: GREY } },
    text: { alignment: top },
    wrapped: { alignment: { ...top, wrapText: true } },
    strong: { font: { bold: true }, alignment: top },
    header,
    headerRight: { ...header, alignment: { vertical: 'middle', horizontal: 'right', wrapText: true } },
    heading: { font: { bold: true }, border: { bottom: hair } },
    amount: { numFmt, alignment: top },
    subtotalText: { font: { bold: true }, border: { top: hair } },
    subtotal: { font: { bold: true }, numFmt, border: { top: hair } },
    totalText: { font: { bold: true }, border: { top: thin, bottom: { style: 'double' } } },
    total: { font: { bold: true }, numFmt, border: { top: thin, bottom: { style: 'double' } } },
    share: { numFmt: '0.0%', alignment: top },
    number: { numFmt: '0.######', alignment: top },
    integer: { numFmt: '0', alignment: top },
  };
}
