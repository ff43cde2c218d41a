import { finding } from '#main/import/detect/findings.ts';
import { toTotalText } from '#main/import/detect/fixed-point.ts';
import { tableReport } from '#main/import/import-report.ts';
import type { ImportState } from '#main/import/import-state.ts';
import type { ImportChoices, ImportPreview } from '#shared/api/api.ts';
import type { Finding } from '#shared/api/import-report.ts';
import { yearLabel } from '#shared/calendar/fiscal-year.ts';
import { currencyDecimals } from '#shared/money/currency.ts';
import { minorToDecimalText } from '#shared/money/decimal-text.ts';
import { makeAxis } from '#shared/plan/axis.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import { buildRows } from './build-rows.ts';
import { mapChoices } from './map-choices.ts';
import type { Mapped } from './map-choices.ts';

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
  const axis = makeAxis(mapped.years, mapped.before, mapped.later);
  const built = buildRows(mapped, axis, null);
  const sums = sumByPeriod(mapped);
  const text = (minor: bigint): string => minorToDecimalText(minor, currencyDecimals(mapped.currency));
  const reports = new Map(
    choices.tables.map(({ table: index, measure }, at) => {
      const table = mapped.tables[at]?.table;
      return [index, table === undefined ? null : { ...tableReport(state, table), measure }] as const;
    }),
  );
  return {
    lines: built.lines.length,
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
      findings: [...state.report.findings, ...mappingFindings(mapped)],
      plan: { lines: built.lines.length, sources: built.sources.length, years: mapped.years.length },
    },
  };
}

function sumByPeriod(mapped: Mapped): Map<PeriodKey, bigint> {
  const sums = new Map<PeriodKey, bigint>();
  for (const { rows } of mapped.tables) {
    for (const { amounts } of rows) {
      for (const { period, minor } of amounts) sums.set(period, (sums.get(period) ?? 0n) + minor);
    }
  }
  return sums;
}

function mappingFindings({ rounding, tables }: Mapped): Finding[] {
  const findings: Finding[] = [];
  if (rounding.count > 0) {
    const moved = toTotalText(rounding.moved, rounding.decimals);
    findings.push(finding('info', { id: 'import.rounded', values: { count: rounding.count, moved } }));
  }
  if (tables.some(({ rows }) => rows.some(({ kind }) => kind === null))) {
    findings.push(finding('info', { id: 'import.kind-assumed', values: { kind: 'revenue' } }));
  }
  return findings;
}
