import type { RowRole, TableReport } from '#shared/api/import-report.ts';
import type { TableDraft } from './import-draft.ts';
import { columnOfLetters } from './sheet-address.ts';
import type { SheetRow } from './sheet-blocks.ts';

/** A year column as the sheet shows it: where it stands, which one it is, whether it is taken. */
export type YearMark = { readonly index: number; readonly label: string; readonly isTaken: boolean };

/** What the sheet paints of one table. */
export type TableView = {
  readonly isTaken: boolean;
  /** By zero-based column of the sheet; empty for a table with its years in rows. */
  readonly years: ReadonlyMap<number, YearMark>;
  /** Columns whose figures are taken. */
  readonly figures: ReadonlySet<number>;
  readonly rowRoles: TableDraft['rowRoles'];
};

/** What the sheet paints of each table, as the draft has it. */
export function tableViews(
  tables: readonly TableReport[],
  drafts: readonly TableDraft[],
): readonly TableView[] {
  return tables.map((table, index) => {
    const draft = drafts[index];
    const taken = new Set(draft?.yearColumns);
    const columns = table.yearColumns.map(({ column, label }, year) => ({
      column: columnOfLetters(column),
      mark: { index: year, label, isTaken: taken.has(year) },
    }));
    const figures = columns.filter(({ mark }) => mark.isTaken).map(({ column }) => column);
    const marks = columns.map(({ column, mark }) => [column, mark] as const);
    return {
      isTaken: draft?.isTaken === true,
      years: new Map(table.orientation === 'columns' ? marks : []),
      figures: new Set(figures),
      rowRoles: draft?.rowRoles ?? {},
    };
  });
}

/** What a row is in a table: as it was read and as it now stands. */
export type RowMark = {
  readonly table: number;
  readonly read: RowRole | 'header';
  readonly role: RowRole | 'header';
};

/** The role of a row in the table that is looked at, else in another that it belongs to; null outside of tables. */
export function rowMark(
  row: number,
  { roles }: SheetRow,
  { views, table }: { readonly views: readonly TableView[]; readonly table: number | null },
): RowMark | null {
  const own = roles.find((each) => each.table === table) ?? roles[0];
  if (own === undefined) return null;
  const changed = own.role === 'header' ? undefined : views[own.table]?.rowRoles[String(row + 1)];
  return { table: own.table, read: own.role, role: changed ?? own.role };
}
