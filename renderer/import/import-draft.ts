import type { ImportChoices, ImportMeasure, TableChoice } from '#shared/api/api.ts';
import type { ImportReport, RowRole, TableReport } from '#shared/api/import-report.ts';

/** What a table is taken as, whether it is taken or not: a table that is ticked again is as it was. */
export type TableDraft = Omit<TableChoice, 'table'> & { readonly isTaken: boolean };

/** The choices of an import while a person makes them: one entry for each table of the report. */
export type ImportDraft = Omit<ImportChoices, 'tables'> & { readonly tables: readonly TableDraft[] };

/** What stands where the file says nothing and nothing is suggested. */
export type DraftDefaults = {
  readonly title: string;
  readonly currency: string;
  readonly locale: string;
  readonly startMonth: number;
};

export const IMPORT_MEASURES = [
  'need',
  'allocation',
  'award',
  'actual',
] as const satisfies readonly ImportMeasure[];

/** The draft that a report opens with: what is suggested, and for the other tables what they seem to be. */
export function initialDraft(
  report: ImportReport,
  suggested: ImportChoices | null,
  defaults: DraftDefaults,
): ImportDraft {
  const chosen = new Map(suggested?.tables.map((choice) => [choice.table, choice]));
  const tables = report.tables.map((table, index): TableDraft => {
    const choice = chosen.get(index);
    if (choice === undefined) return unsuggested(table);
    const { measure, scale, yearColumns, rowRoles } = choice;
    return { isTaken: true, measure, scale, yearColumns, rowRoles };
  });
  const currency = report.tables.find((table) => table.currency !== null)?.currency ?? defaults.currency;
  const { title, locale, startMonth } = defaults;
  const plain = { title, locale, startMonth, currency, confirmGaps: false };
  if (suggested === null) return { ...plain, tables };
  const { tables: _, ...said } = suggested;
  return { ...said, tables };
}

function unsuggested(table: TableReport): TableDraft {
  const measure = IMPORT_MEASURES.find((each) => each === table.measure) ?? 'need';
  return { isTaken: false, measure, scale: table.scale, yearColumns: oneColumnAYear(table), rowRoles: {} };
}

/** Several columns of one year are never added up: the one of the table's own measure is taken, else the first. */
function oneColumnAYear({ yearColumns, measure }: TableReport): readonly number[] {
  const starts = new Set(yearColumns.map(({ start }) => start));
  return [...starts].map((start) => {
    const own = yearColumns.findIndex((column) => column.start === start && column.measure === measure);
    return own >= 0 ? own : yearColumns.findIndex((column) => column.start === start);
  });
}

/** The choices as the planner takes them: only the tables that are ticked. */
export function toChoices({ tables, ...draft }: ImportDraft): ImportChoices {
  return {
    ...draft,
    tables: tables.flatMap(({ isTaken, ...choice }, table) => (isTaken ? [{ table, ...choice }] : [])),
  };
}

/** The draft with one table changed. */
export function withTable(draft: ImportDraft, table: number, changes: Partial<TableDraft>): ImportDraft {
  const tables = draft.tables.map((each, index) => (index === table ? { ...each, ...changes } : each));
  return { ...draft, tables };
}

/** The draft with a row made something else by hand; `row` is zero-based. What the file's own reading says again is no change. */
export function withRowRole(
  draft: ImportDraft,
  table: number,
  { row, role, read }: { readonly row: number; readonly role: RowRole; readonly read: RowRole | 'header' },
): ImportDraft {
  const number = String(row + 1);
  const { [number]: _, ...others } = draft.tables[table]?.rowRoles ?? {};
  return withTable(draft, table, { rowRoles: role === read ? others : { ...others, [number]: role } });
}

/** The draft with a year column taken when it was left out, and the other way round. */
export function withYearToggled(draft: ImportDraft, table: number, column: number): ImportDraft {
  const taken = draft.tables[table]?.yearColumns ?? [];
  const yearColumns = taken.includes(column)
    ? taken.filter((each) => each !== column)
    : [...taken, column].toSorted((a, b) => a - b);
  return withTable(draft, table, { yearColumns });
}

/** Whether a person would lose anything by leaving. */
export function isChanged(first: ImportDraft, now: ImportDraft): boolean {
  return JSON.stringify(first) !== JSON.stringify(now);
}
