import type { Allocation } from '../allocation.ts';
import { makeAxis, type YearAxis } from '../axis.ts';
import type { Line } from '../line.ts';
import { newAllocation, newLine, newPlan, newSource } from '../new-plan.ts';
import type { Plan } from '../plan.ts';
import { blankSeries, type Series } from '../series.ts';
import type { Certainty, Source } from '../source.ts';
import type { AllocationJson, AmountsByPeriod, LineJson, PlanJson, SourceJson } from './plan-json-schema.ts';

/** Makes a plan of what the schema read; what is absent gets its default, and no amount has an origin. */
export function planFromJson(json: PlanJson): Plan {
  const { format: _format, version: _version, lines, sources, allocations, ...rest } = json;
  const axis = makeAxis(json.years, json.before, json.later);
  return newPlan({
    ...rest,
    lines: lines.map((line) => lineFromJson(axis, line)),
    sources: sources.map((source) => sourceFromJson(axis, source)),
    allocations: allocations.map((allocation) => allocationFromJson(axis, allocation)),
  });
}

function lineFromJson(axis: YearAxis, json: LineJson): Line {
  const { need, actual, contingency, ...details } = json;
  return newLine(axis, {
    ...details,
    need: seriesFromJson(axis, need),
    actual: seriesFromJson(axis, actual),
    risk: seriesFromJson(axis, contingency?.risk),
    bias: seriesFromJson(axis, contingency?.bias),
  });
}

function sourceFromJson(axis: YearAxis, json: SourceJson): Source {
  const { award, drawn, certainty, ...details } = json;
  return newSource(axis, {
    ...details,
    award: seriesFromJson(axis, award),
    drawn: seriesFromJson(axis, drawn),
    certainty: axis.periods.map((period): Certainty | null => certainty?.[period] ?? null),
  });
}

function allocationFromJson(axis: YearAxis, { amounts, ...rest }: AllocationJson): Allocation {
  return newAllocation(axis, { ...rest, amounts: seriesFromJson(axis, amounts) });
}

function seriesFromJson(axis: YearAxis, amounts: AmountsByPeriod | null | undefined): Series {
  const blank = blankSeries(axis.periods.length);
  if (!amounts) return blank;
  const minor = axis.periods.map((period) => amounts[period] ?? null);
  return minor.every((value) => value === null) ? blank : { minor, origin: blank.origin };
}
