import type { ImportChoices, ImportMeasure, TableChoice } from '#shared/api/api.ts';
import { chooseYears } from './choose-years.ts';
import { CONFIDENCE_TO_TAKE } from './detect/assess-table.ts';
import { chooseMeasure, isActual } from './detect/choose-measure.ts';
import type { ImportTable } from './detect/import-table.ts';
import { calendarFor } from './import-calendar.ts';
import type { ImportState } from './import-state.ts';
import { titleOf } from './table-title.ts';

/** What a table's amounts are taken for: actual spend when every year says so, else what the lines need. */
export function measureOfTable({ years }: ImportTable): ImportMeasure {
  const { taken } = chooseMeasure(years);
  return taken.length > 0 && taken.every((index) => isActual(years[index]?.measure ?? ''))
    ? 'actual'
    : 'need';
}

/**
 * What would be imported if nobody changed anything: the first table that was read with confidence, and further blocks of
 * the same shape on its sheet. Other tables often hold parts of it and are never added unasked. Null when no table is sure.
 */
export function suggestChoices(state: ImportState): ImportChoices | null {
  const sure = state.tables.flatMap((table, index) =>
    isSure(state, table, index) ? [{ table, index }] : [],
  );
  const [first] = sure;
  const currency = first?.table.money.currency ?? null;
  if (first === undefined || currency === null) return null;
  const shape = shapeOf(first.table);
  const alike = sure.filter(({ table }) => shapeOf(table) === shape);
  const blocks = alike.filter(({ table }, at) =>
    alike.slice(0, at).every((other) => !isPerhapsPart(table, other.table)),
  );
  return {
    tables: blocks.map(({ table, index }) => tableChoice(state, table, index)),
    title: titleOf(state, first.table),
    currency,
    locale: state.locale,
    startMonth: state.startMonth,
    confirmGaps: false,
  };
}

function isSure({ sheets, repeats }: ImportState, table: ImportTable, index: number): boolean {
  return (
    table.confidence >= CONFIDENCE_TO_TAKE &&
    table.money.currency !== null &&
    !repeats.has(index) &&
    sheets[table.sheet]?.hidden === false &&
    // Buckets before and after the years are no years of a plan by themselves.
    table.years.some(({ heading }) => heading.kind === 'year') &&
    table.years.some(({ total }) => total !== '0')
  );
}

/** Blocks of one shape have the same headers over the same columns of one sheet, in the same money. */
function shapeOf({ sheet, years, labels, money }: ImportTable): string {
  const headers = years.map(({ column, header }) => `${column} ${header}`);
  const titles = labels.map(({ column, header }) => `${column} ${header}`);
  return JSON.stringify([sheet, headers, titles, String(money.scale), money.currency]);
}

/** Blocks that name mostly the same lines may be parts of each other, as a fund is of all funds: those are not added unasked. */
function isPerhapsPart(table: ImportTable, earlier: ImportTable): boolean {
  const known = new Set(dataLabels(earlier));
  const own = dataLabels(table);
  return own.filter((label) => known.has(label)).length * 2 >= own.length;
}

function dataLabels({ rows }: ImportTable): string[] {
  return rows.filter(({ role }) => role === 'data').map(({ label }) => label);
}

function tableChoice(state: ImportState, table: ImportTable, index: number): TableChoice {
  return {
    table: index,
    measure: measureOfTable(table),
    scale: String(table.money.scale),
    yearColumns: chooseYears(table, calendarFor(state.startMonth, state.locale)).taken,
    rowRoles: {},
  };
}
