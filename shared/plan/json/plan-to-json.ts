import type { Minor } from '../../money/amount.ts';
import { currencyDecimals } from '../../money/currency.ts';
import { minorToDecimalText } from '../../money/decimal-text.ts';
import type { Allocation } from '../allocation.ts';
import type { PeriodKey } from '../axis.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan.ts';
import type { Series } from '../series.ts';
import type { Source } from '../source.ts';
import { PLAN_FORMAT, PLAN_VERSION } from './plan-json-schema.ts';

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** How parts of a plan are written: the periods and decimals of its amounts, and its rates. */
type Writing = {
  readonly periods: readonly PeriodKey[];
  readonly amount: (minor: Minor) => string;
  readonly rate: (text: string) => string;
};

/**
 * The plan as the object of Plan JSON, with every default written out. Amounts have exactly the currency's
 * decimals and blanks are left out; rates pass through `rate`, lists keep their order.
 */
export function planToJson(plan: Plan, rate: (text: string) => string = (text) => text): JsonObject {
  const decimals = currencyDecimals(plan.currency);
  const amount = (minor: Minor) => minorToDecimalText(minor, decimals);
  const writing: Writing = { periods: plan.axis.periods, amount, rate };
  return {
    format: PLAN_FORMAT,
    version: PLAN_VERSION,
    id: plan.id,
    title: plan.title,
    place: plan.place,
    currency: plan.currency,
    locale: plan.locale,
    asOf: plan.asOf,
    calendar: plan.calendar,
    years: plan.axis.years,
    before: plan.axis.before,
    later: plan.axis.later,
    priceBasis: plan.priceBasis,
    index: plan.index && { source: plan.index.source, values: mapValues(plan.index.values, rate) },
    bridgingReserve: amount(plan.bridgingReserve),
    profile: plan.profile,
    thresholds: plan.thresholds.map((row) => ({ ...row, value: rate(row.value) })),
    assumptions: plan.assumptions,
    objectives: plan.objectives,
    places: plan.places.map((row) => ({ ...row, weight: row.weight === null ? null : rate(row.weight) })),
    themes: plan.themes,
    reviews: plan.reviews,
    exchanges: plan.exchanges,
    outturn: outturnToJson(plan, writing),
    lines: plan.lines.rows.map((row) => lineToJson(row, writing)),
    sources: plan.sources.rows.map((row) => sourceToJson(row, writing)),
    allocations: plan.allocations.rows.map((row) => allocationToJson(row, writing)),
    holds: plan.holds,
    virements: plan.virements.map((row) => ({ ...row, amount: amount(row.amount) })),
    statedTotals: plan.statedTotals.map((row) => ({
      ...row,
      stated: amount(row.stated),
      computed: amount(row.computed),
      quantum: amount(row.quantum),
    })),
    comments: plan.comments,
    acceptances: plan.acceptances,
    signOffs: plan.signOffs,
  };
}

function outturnToJson({ outturn }: Plan, { amount, rate }: Writing): Json {
  if (!outturn) return null;
  const { capital, slippageAssumed, slippageSeen } = outturn;
  return {
    capital: capital.map(amount),
    slippageAssumed: slippageAssumed === null ? null : rate(slippageAssumed),
    slippageSeen: slippageSeen === null ? null : rate(slippageSeen),
  };
}

function lineToJson(line: Line, writing: Writing): JsonObject {
  const { need, actual, risk, bias, ...details } = line;
  return {
    ...details,
    mitigation: writing.rate(line.mitigation),
    themes: line.themes.map(({ theme, weight }) => ({ theme, weight: writing.rate(weight) })),
    need: seriesToJson(need, writing),
    actual: seriesToJson(actual, writing),
    contingency: { risk: seriesToJson(risk, writing), bias: seriesToJson(bias, writing) },
  };
}

function sourceToJson(source: Source, writing: Writing): JsonObject {
  const { award, drawn, certainty, ...details } = source;
  const { matchShare, movableShare } = details;
  return {
    ...details,
    matchShare: matchShare === null ? null : writing.rate(matchShare),
    movableShare: movableShare === null ? null : writing.rate(movableShare),
    award: seriesToJson(award, writing),
    drawn: seriesToJson(drawn, writing),
    certainty: byPeriod(certainty, writing.periods, (step) => step),
  };
}

function allocationToJson({ line, source, matchFor, amounts }: Allocation, writing: Writing): JsonObject {
  return { line, source, matchFor, amounts: seriesToJson(amounts, writing) };
}

function seriesToJson(series: Series, { periods, amount }: Writing): JsonObject {
  return byPeriod(series.minor, periods, amount);
}

function byPeriod<Value>(
  values: readonly (Value | null)[],
  periods: readonly PeriodKey[],
  write: (value: Value) => Json,
): JsonObject {
  const written: Record<string, Json> = {};
  for (const [index, period] of periods.entries()) {
    const value = values[index];
    if (value !== undefined && value !== null) written[period] = write(value);
  }
  return written;
}

function mapValues(
  values: Readonly<Record<string, string>>,
  write: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, text]) => [key, write(text)]));
}
