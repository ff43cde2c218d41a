import { z } from 'zod';
import type { Minor } from '../../money/amount.ts';
import { CELL_MEASURES, PROFILES, REPORT_THEMES, REVIEW_KINDS, type ReportTheme } from '../records.ts';
import { isThresholdName } from '../threshold-names.ts';
import {
  count,
  currency,
  date,
  decimal,
  id,
  locale,
  moment,
  notNegative,
  optional,
  period,
  positive,
  text,
  yearId,
} from './atoms.ts';

const calendar = z.strictObject({
  startMonth: z.int().min(1).max(12),
  naming: z.enum(['start', 'end', 'both', 'single']),
});

const isReportTheme = (name: string): name is ReportTheme => REPORT_THEMES.some((theme) => theme === name);

/** A theme that does not say which of the report's four it is, but is called like one, is that one. */
const theme = z
  .strictObject({ id, title: text, report: z.exactOptional(z.enum(REPORT_THEMES).nullable()) })
  .transform(({ id: name, title, report }) => {
    const implied = isReportTheme(name) ? name : null;
    return { id: name, title, report: report === undefined ? implied : report };
  });

const place = z
  .strictObject({ id, name: text, weight: z.exactOptional(notNegative.nullable()) })
  .transform((row) => ({ weight: null, ...row }));

const threshold = z
  .strictObject({ check: id, name: id, value: decimal, reason: text, by: text, at: moment })
  .refine(({ check, name }) => isThresholdName(check, name), { params: { problem: 'threshold-name' } });

const virementEnd = z.strictObject({ line: id, source: id, year: period });
const hold = z
  .strictObject({
    measure: z.enum(CELL_MEASURES),
    ...optional({ line: id.nullable(), source: id.nullable() }),
    years: z.array(period),
  })
  .transform((row) => ({ line: null, source: null, ...row }));

/** What a plan cannot be without. */
export const requiredPlanShape = { currency, asOf: date, calendar };

/** What may be known of a plan besides, with amounts read by the schema that is given. */
export function optionalPlanShape<Amount extends z.ZodType<Minor>>(amount: Amount) {
  const outturn = z
    .strictObject({
      capital: z.array(amount),
      ...optional({ slippageAssumed: decimal.nullable(), slippageSeen: decimal.nullable() }),
    })
    .transform((row) => ({ slippageAssumed: null, slippageSeen: null, ...row }));
  const statedTotal = z.strictObject({
    measure: z.enum(CELL_MEASURES),
    where: text,
    stated: amount,
    computed: amount,
    cells: z.array(z.strictObject({ ...optional({ line: id, source: id }), year: period })),
    quantum: amount,
  });
  return {
    title: text,
    place: z
      .strictObject({ name: text, population: z.exactOptional(count.nullable()) })
      .transform((row) => ({ population: null, ...row }))
      .nullable(),
    locale,
    priceBasis: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('nominal') }),
      z.strictObject({ kind: z.literal('real'), baseYear: yearId }),
    ]),
    index: z.strictObject({ source: text, values: z.record(yearId, positive) }).nullable(),
    bridgingReserve: amount,
    profile: z.enum(PROFILES),
    thresholds: z.array(threshold),
    assumptions: text,
    objectives: z.array(z.strictObject({ id, title: text })),
    places: z.array(place),
    themes: z.array(theme),
    reviews: z.array(z.strictObject({ date, kind: z.enum(REVIEW_KINDS) })),
    exchanges: z.array(z.strictObject({ date, kind: text, change: text })),
    outturn: outturn.nullable(),
    holds: z.array(hold),
    virements: z.array(
      z.strictObject({ from: virementEnd, to: virementEnd, amount, reason: text, by: text, at: moment }),
    ),
    statedTotals: z.array(statedTotal),
  };
}
