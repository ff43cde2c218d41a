import { finding } from '#main/import/detect/findings.ts';
import { tableReport } from '#main/import/import-report.ts';
import type { ImportState } from '#main/import/import-state.ts';
import type { ImportChoices, ImportPreview } from '#shared/api/api.ts';
import { yearLabel } from '#shared/calendar/fiscal-year.ts';
import { currencyDecimals } from '#shared/money/currency.ts';
import { minorToDecimalText } from '#shared/money/decimal-text.ts';
import { makeAxis } from '#shared/plan/axis.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import { readLineLabels } from './line-labels.ts';
import { choiceFindings, supersededBy } from './choice-findings.ts';
import { mapChoices } from './map-choices.ts';
import type { Mapped } from './map-choices.ts';
import { mappingFindings } from './mapping-findings.ts';

/** Findings on what the choices make of the figures: told anew for other choices. */
const MAPPING_IDS: ReadonlySet<string> = new Set(['rounded', 'kind-assumed']);

/**
 * What an import under these choices would bring, exactly: lines, totals by year, and the report with the chosen tables read
 * again. Choices that cannot be carried out bring nothing and an error among the findings.
 */
export function previewImport(state: ImportState, choices: ImportChoices): ImportPreview {
  const result = mapChoices(state, choices);
  if (!result.ok) {
    const findings = [finding('error', result.problem), ...state.report.findings];
    const report = { ...state.report, plan: null, findings };
    return { lines: 0, years: [], total: '0', currency: choices.currency, report };
  }
  const { mapped } = result;
  const isSuperseded = supersededBy(state, choices);
  const axis = makeAxis(mapped.years, mapped.before, mapped.later);
  const counts = countRows(mapped);
  const sums = sumByPeriod(mapped);
  const text = (minor: bigint): string => minorToDecimalText(minor, currencyDecimals(mapped.currency));
  const chosen = { ...state, startMonth: choices.startMonth, locale: choices.locale };
  const reports = new Map(
    choices.tables.map(({ table: index, measure }, at) => {
      const table = mapped.tables[at]?.table;
      return [index, table === undefined ? null : { ...tableReport(chosen, table), measure }] as const;
    }),
  );
  return {
    lines: counts.lines,
    years: axis.periods.map((year) => ({
      year,
      label: year === 'before' || year === 'later' ? year : yearLabel(year, mapped.calendar, choices.locale),
      total: text(sums.get(year) ?? 0n),
    })),
    total: text([...sums.values()].reduce((sum, value) => sum + value, 0n)),
    currency: mapped.currency,
    report: {
      ...state.report,
      tables: state.report.tables.map((table, index) => reports.get(index) ?? table),
      findings: [
        ...state.report.findings.filter((each) => !MAPPING_IDS.has(each.id) && !isSuperseded(each)),
        ...choiceFindings(state, choices),
        ...mappingFindings(mapped.tables),
      ],
      plan: { ...counts, years: mapped.years.length },
    },
  };
}

/** Lines and sources that the rows become; of allocations rows of one label and new sources count once. */
function countRows({ tables }: Mapped): { lines: number; sources: number } {
  let [lines, sources] = [0, 0];
  const pairs = new Map<string, Map<string, number>>();
  const names = new Set<string>();
  for (const { measure, rows, table, sheet } of tables) {
    if (measure === 'award') sources += rows.length;
    else if (measure !== 'allocation') lines += rows.length;
    else {
      for (const { row } of rows) {
        const { title, code, programme, source } = readLineLabels(sheet, table, row);
        const key = JSON.stringify([title, code, programme]);
        const bySource = pairs.get(key) ?? new Map<string, number>();
        pairs.set(key, bySource.set(source, (bySource.get(source) ?? 0) + 1));
        names.add(source);
      }
    }
  }
  for (const bySource of pairs.values()) lines += Math.max(...bySource.values());
  return { lines, sources: sources + names.size };
}

function sumByPeriod({ tables }: Mapped): Map<PeriodKey, bigint> {
  const sums = new Map<PeriodKey, bigint>();
  for (const { rows, columns } of tables) {
    columns.forEach(({ period }, index) => {
      const sum = rows.reduce((all, { minor }) => all + (minor[index] ?? 0n), sums.get(period) ?? 0n);
      sums.set(period, sum);
    });
  }
  return sums;
}
