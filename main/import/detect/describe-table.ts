import { columnName } from '#main/excel/read/a1.ts';
import { decimalText } from '#main/excel/read/decimal-text.ts';
import type { RawCell, Sheet } from '#main/excel/read/sheet.ts';
import type { Finding } from '#shared/api/import-report.ts';
import type { TableDraft } from './assess-table.ts';
import { importMessages } from '#shared/messages/catalogue/import.ts';
import type { RefusedCell } from './amount-grid.ts';
import { scaleDecimal } from './figure.ts';
import { finding } from './findings.ts';

/** Findings that lower no confidence: what was left blank or out, which totals differ, what was hidden. */
export function describeTable(sheet: Sheet, draft: TableDraft): Finding[] {
  const hiddenColumns = draft.years.filter(({ column }) => isIn(sheet.hiddenColumns, column));
  const data = draft.rows.rows.filter(({ role, row }) => role === 'data' && isIn(sheet.hiddenRows, row));
  const place = { sheet, row: draft.top, column: draft.left };
  return [
    ...draft.transitions.map(({ column, header, total }) =>
      finding(
        'warning',
        { id: 'import.transition', values: { label: header, total } },
        { sheet, row: draft.top, column },
      ),
    ),
    ...differences(sheet, draft),
    ...roundings(sheet, draft),
    ...refusals(sheet, draft),
    ...asideFindings(sheet, draft),
    ...(hiddenColumns.length === 0
      ? []
      : [
          finding(
            'info',
            {
              id: 'import.hidden-columns',
              values: { columns: hiddenColumns.map(({ column }) => columnName(column)).join(', ') },
            },
            place,
          ),
        ]),
    ...(data.length === 0
      ? []
      : [finding('info', { id: 'import.hidden-rows', values: { count: data.length } }, place)]),
  ];
}

/** So many columns are named, the others counted. */
const COLUMNS_NAMED = 8;

/** One finding for all columns that are left out for the same reason. */
function asideFindings(sheet: Sheet, { asides, top }: TableDraft): Finding[] {
  return [...new Set(asides.map(({ kind }) => kind))].flatMap((kind) => {
    const alike = asides.filter((aside) => aside.kind === kind);
    const [first] = alike;
    if (first === undefined) return [];
    const columns = alike.map(({ column }) => columnName(column));
    const more = Math.max(0, columns.length - COLUMNS_NAMED);
    const values = { columns: columns.slice(0, COLUMNS_NAMED), more, header: first.header, kind };
    return [
      finding('info', { id: 'import.columns-left-out', values }, { sheet, row: top, column: first.column }),
    ];
  });
}

const isIn = (numbers: ReadonlySet<number>, value: number): boolean => numbers.has(value);

/** More of one kind than this are counted, not listed. */
const MOST_LISTED = 50;

function differences(sheet: Sheet, { statedTotals }: TableDraft): Finding[] {
  const differing = statedTotals.filter(({ isRounding }) => !isRounding);
  const listed = differing.slice(0, MOST_LISTED).map(({ row, column, label, stated, computed, difference }) =>
    finding(
      'warning',
      {
        id: 'import.total-differs',
        values: {
          label: label || importMessages['import.untitled-line']({ row: row + 1 }),
          stated,
          computed,
          difference,
        },
      },
      { sheet, row, column },
    ),
  );
  const rest = differing.length - listed.length;
  return rest === 0
    ? listed
    : [
        ...listed,
        finding('warning', { id: 'import.more-totals-differ', values: { count: rest } }, { sheet }),
      ];
}

/** Totals that differ by less than the rounding of their lines explains: no error, and yet no agreement to the unit. */
function roundings(sheet: Sheet, { statedTotals }: TableDraft): Finding[] {
  const rounded = statedTotals.filter(({ isRounding, difference }) => isRounding && difference !== '0');
  const [first] = rounded;
  if (first === undefined) return [];
  const { row, column, difference } = first;
  const values = { count: rounded.length, difference };
  return [finding('info', { id: 'import.totals-rounded', values }, { sheet, row, column })];
}

/** A refused cell as people see it: no exponents, and a share as a percentage. */
function shownRaw(cell: RawCell, reason: RefusedCell['reason']): string {
  const exact = cell.kind === 'number' ? decimalText(cell) : null;
  if (exact === null) return cell.text;
  return reason === 'percentage' ? `${scaleDecimal(exact, 100n)}%` : exact;
}

function refusals(sheet: Sheet, { refused }: TableDraft): Finding[] {
  const listed = refused
    .slice(0, MOST_LISTED)
    .map(({ row, column, reason }) =>
      finding(
        'warning',
        { id: 'import.cell-refused', values: { raw: shownRaw(sheet.cell(row, column), reason), reason } },
        { sheet, row, column },
      ),
    );
  const rest = refused.length - listed.length;
  return rest === 0
    ? listed
    : [
        ...listed,
        finding('warning', { id: 'import.more-cells-refused', values: { count: rest } }, { sheet }),
      ];
}
