import { useMemo, useState } from 'react';
import type { ImportOpened, ImportPreview } from '#shared/api/api.ts';
import type { ImportReport } from '#shared/api/import-report.ts';
import type { ImportWork, Spot } from './import-context.ts';
import type { ImportDraft } from './import-draft.ts';
import { positionOf, rangeOf } from './sheet-address.ts';

type Look = { readonly table: number | null; readonly sheet: string | null; readonly spot: Spot | null };

type WorkParts = {
  readonly opened: ImportOpened;
  readonly preview: ImportPreview | null;
  readonly draft: ImportDraft;
  readonly setDraft: ImportWork['setDraft'];
};

/** What the parts of the import share: the report as the choices make it, the choices, and what is looked at. */
export function useImportWork({ opened, preview, draft, setDraft }: WorkParts): ImportWork {
  const { handle } = opened;
  // Without a table there is nothing to choose, and nothing that the choices could change.
  const hasTables = opened.report.tables.length > 0;
  const report = hasTables ? (preview?.report ?? opened.report) : opened.report;
  const [look, setLook] = useState<Look>(() => firstLook(opened.report, draft));
  return useMemo(
    () => ({
      handle,
      report,
      draft,
      setDraft,
      ...look,
      showTable: (table) => setLook(lookAtTable(report, table)),
      showSheet: (sheet) => {
        const table = report.tables.findIndex((each) => each.sheet === sheet);
        setLook(table < 0 ? { table: null, sheet, spot: null } : lookAtTable(report, table));
      },
      showCell: (sheet, address) => setLook((before) => lookAtCell(report, { before, sheet, address })),
    }),
    [handle, report, draft, setDraft, look],
  );
}

/** The first table that is taken, else the first one, else the first sheet. */
function firstLook(report: ImportReport, draft: ImportDraft): Look {
  const taken = draft.tables.findIndex(({ isTaken }) => isTaken);
  if (report.tables.length > 0) return lookAtTable(report, Math.max(taken, 0));
  const sheet = report.sheets.find(({ hidden }) => !hidden) ?? report.sheets[0];
  return { table: null, sheet: sheet?.name ?? null, spot: null };
}

function lookAtTable(report: ImportReport, table: number): Look {
  const found = report.tables[table];
  if (found === undefined) return { table: null, sheet: null, spot: null };
  const range = rangeOf(found.range);
  const header = Math.max(0, (found.headerRows[0] ?? (range?.top ?? 0) + 1) - 1);
  const spot = { sheet: found.sheet, row: header, column: range?.left ?? 0, isMarked: false };
  return { table, sheet: found.sheet, spot };
}

type Asked = { readonly before: Look; readonly sheet: string; readonly address: string };

/** Shows a cell, and the table that it stands in. An address that is none shows its sheet. */
function lookAtCell(report: ImportReport, { before, sheet, address }: Asked): Look {
  const place = positionOf(address);
  if (place === null) return { ...before, sheet, spot: null };
  const around = report.tables.findIndex((table) => {
    const range = rangeOf(table.range);
    if (table.sheet !== sheet || range === null) return false;
    const isInRows = place.row >= range.top && place.row <= range.bottom;
    return isInRows && place.column >= range.left && place.column <= range.right;
  });
  const table = around >= 0 ? around : before.sheet === sheet ? before.table : null;
  return { table, sheet, spot: { ...place, sheet, isMarked: true } };
}
