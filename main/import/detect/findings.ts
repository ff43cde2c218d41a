import { cellAddress } from '#main/excel/read/a1.ts';
import type { Sheet } from '#main/excel/read/sheet.ts';
import type { Finding, FindingSeverity } from '#shared/api/import-report.ts';
import type { Message } from '#shared/messages/message.ts';

/** Where a finding was made: a cell, a whole sheet, or the file. */
export type Place = {
  readonly sheet: Pick<Sheet, 'name' | 'cell'>;
  readonly row?: number;
  readonly column?: number;
};

/** Makes a finding; its id is that of its message without the topic. */
export function finding(severity: FindingSeverity, message: Message, place: Place | null = null): Finding {
  const { row, column } = place ?? {};
  const hasCell = place !== null && row !== undefined && column !== undefined;
  return {
    id: message.id.replace(/^import\./, ''),
    severity,
    sheet: place?.sheet.name ?? null,
    cell: hasCell ? cellAddress(row, column) : null,
    raw: hasCell ? place.sheet.cell(row, column).raw : null,
    message,
  };
}
