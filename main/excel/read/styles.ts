import type { CellStyle } from './sheet.ts';
import type { XmlAttributes } from './xml-names.ts';
import type { XmlHandlers } from './xml.ts';
import { GENERAL, builtInFormat, datePartsOf } from './number-format.ts';
import type { DateParts } from './number-format.ts';

/** What the reader needs of one cell format. */
export type CellFormat = { readonly code: string; readonly dateParts: DateParts; readonly style: CellStyle };

export const PLAIN_FORMAT: CellFormat = {
  code: GENERAL,
  dateParts: 'none',
  style: { bold: false, indent: 0 },
};

type Xf = { readonly numberFormat: number; readonly font: number; indent: number };
type StyleParts = { readonly codes: Map<number, string>; readonly bold: boolean[]; readonly xfs: Xf[] };

/** Handlers that gather a styles part, and what was gathered: the cell formats in the order in which cells name them. */
export function createStylesReader(): {
  readonly handlers: XmlHandlers;
  readonly formats: () => readonly CellFormat[];
} {
  const parts: StyleParts = { codes: new Map(), bold: [], xfs: [] };
  let font = -1;
  let isInCellXfs = false;
  return {
    handlers: {
      open: (name, attributes, parent) => {
        if (name === 'numFmt' && parent === 'numFmts') addCode(parts.codes, attributes);
        // Conditional formats hold fonts too; only those of the list of fonts are counted.
        if (name === 'font') font = parent === 'fonts' ? parts.bold.push(false) - 1 : -1;
        if (name === 'b' && font >= 0) parts.bold[font] = isOn(attributes['val'] ?? '1');
        if (name === 'cellXfs') isInCellXfs = true;
        if (name === 'xf' && isInCellXfs) parts.xfs.push(xfOf(attributes));
        if (name === 'alignment' && isInCellXfs) setIndent(parts.xfs.at(-1), attributes['indent']);
      },
      close: (name) => {
        if (name === 'font') font = -1;
        if (name === 'cellXfs') isInCellXfs = false;
      },
    },
    formats: () => parts.xfs.map((xf) => formatOf(xf, parts)),
  };
}

/** Whether an XML boolean of these files is true: they write it as `1`, `true` or `on`. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function addCode(codes: Map<number, string>, attributes: XmlAttributes): void {
  codes.set(toIndex(attributes['numFmtId']), attributes['formatCode'] ?? GENERAL);
}

function xfOf(attributes: XmlAttributes): Xf {
  return { numberFormat: toIndex(attributes['numFmtId']), font: toIndex(attributes['fontId']), indent: 0 };
}

function setIndent(xf: Xf | undefined, indent: string | undefined): void {
  if (xf !== undefined && indent !== undefined) xf.indent = Math.min(toIndex(indent), 250);
}

function toIndex(text: string | undefined): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function formatOf(xf: Xf, parts: StyleParts): CellFormat {
  const code = parts.codes.get(xf.numberFormat) ?? builtInFormat(xf.numberFormat);
  const bold = parts.bold[xf.font] ?? false;
  return { code, dateParts: datePartsOf(code), style: { bold, indent: xf.indent } };
}
