import { makeFormats } from '../messages/make-formats.ts';
import type { Message } from '../messages/message.ts';
import { writeMessage } from '../messages/write-message.ts';
import { currencyDecimals } from '../money/currency.ts';
import { minorToDecimalText } from '../money/decimal-text.ts';
import type { Plan } from '../plan/plan.ts';
import type { CheckResult, CheckState, CheckUnit, Criterion } from './result.ts';
import { thresholdMessage } from './threshold-message.ts';

/** The results of a plan as scripts read them. */
export type CheckJson = {
  readonly plan: {
    readonly title: string;
    readonly currency: string;
    readonly years: readonly string[];
    /** How many lines and sources the plan has. */
    readonly lines: number;
    readonly sources: number;
    readonly digest: string;
  };
  readonly results: readonly CheckResultJson[];
};

type CheckResultJson = {
  readonly id: string;
  readonly factor: number;
  readonly criterion: Criterion;
  readonly state: CheckState;
  readonly value: string | null;
  readonly unit: CheckUnit;
  /** The thresholds in force and where they come from, in words. */
  readonly threshold: string;
  readonly basis: string;
  /** The largest pieces, at most 100; ids of lines and sources, year ids, amounts in whole currency units. */
  readonly evidence: readonly {
    readonly line: string | null;
    readonly source: string | null;
    readonly year: string | null;
    readonly amount: string;
  }[];
  readonly evidenceCount: number;
  readonly missing: readonly {
    readonly line: string | null;
    readonly source: string | null;
    readonly year: string | null;
    readonly field: string;
  }[];
  readonly missingCount: number;
  readonly message: string;
};

/** Makes the object that `perennial check --json` prints; its sentences are in British English. */
export function checkJson(plan: Plan, results: readonly CheckResult[], digest: string): CheckJson {
  const { title, currency, axis, calendar } = plan;
  const formats = makeFormats({ locale: 'en-GB', currency, calendar });
  const decimals = currencyDecimals(currency);
  const write = (message: Message) => writeMessage(message, formats);
  return {
    plan: {
      title,
      currency,
      years: axis.years,
      lines: plan.lines.rows.length,
      sources: plan.sources.rows.length,
      digest,
    },
    results: results.map(({ thresholds, message, evidence, missing, ...result }) => ({
      ...result,
      threshold: thresholds.map((entry) => write(thresholdMessage(result.id, entry))).join('; '),
      basis: [...new Set(thresholds.map(({ basis }) => write(basis)))].join('; '),
      evidence: evidence.map(({ line, source, period, minor }) => ({
        line,
        source,
        year: period,
        amount: minorToDecimalText(minor, decimals),
      })),
      missing: missing.map(({ line, source, period, field }) => ({ line, source, year: period, field })),
      message: write(message),
    })),
  };
}
