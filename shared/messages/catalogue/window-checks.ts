import type { CatalogueText } from '../catalogue-text.ts';
import { writeValue } from './checks/thresholds.ts';

type Place = {
  readonly line: string | null;
  readonly source: string | null;
  readonly period: string | null;
};

/** Texts of the checks beside the plan. */
export const checksPanelMessages = {
  'window.check-figure': ({ value, unit }: { readonly value: string; readonly unit: string }, formats) =>
    writeValue(value, unit, formats),
  'window.check-basis': ({
    thresholds,
    basis,
  }: {
    readonly thresholds: readonly string[];
    readonly basis: string;
  }) => `${thresholds.join('; ')}. ${basis}.`,
  'window.check-evidence': 'What drives it, largest first',
  'window.check-evidence-first': (
    { shown, count }: { readonly shown: number; readonly count: number },
    formats,
  ) => `What drives it: the ${formats.count(shown)} largest of ${formats.count(count)}`,
  'window.check-missing': 'What is missing',
  'window.check-missing-first': (
    { shown, count }: { readonly shown: number; readonly count: number },
    formats,
  ) => `What is missing: the first ${formats.count(shown)} of ${formats.count(count)}`,
  'window.check-no-evidence': 'No single cell drives this result.',
  'window.check-place': ({ line, source, period }: Place, { year }) =>
    [line, source, period === null ? null : year(period)].filter((part) => part !== null).join(', '),
  'window.check-changed': ({
    name,
    from,
    to,
  }: {
    readonly name: string;
    readonly from: string;
    readonly to: string;
  }) => `${name}: ${to}, was ${from.toLowerCase()}.`,
  'window.checks-waiting': 'The checks appear here once the plan has been judged.',
} as const satisfies Record<string, CatalogueText>;
