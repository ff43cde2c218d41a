import { checks } from '#shared/criteria/catalogue/index.ts';
import { CHECK_STATES, CRITERIA, type CheckResult } from '#shared/criteria/result.ts';
import type { Formats } from '#shared/messages/formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { planFormats } from './plan-formats.ts';
import { alignRows, textTable, wrapText, type Align } from './text-table.ts';

const WIDTH = 100;
const INDENT = 6;
const ALIGNS: readonly Align[] = ['left', 'left', 'left', 'right'];

/** The results of a plan for people: by criterion, each check with its state, its figure and a sentence. */
export function checkReport(plan: Plan, results: readonly CheckResult[]): string {
  const formats = planFormats(plan);
  const rows = results.map((result) => [
    result.id,
    nameOf(result, formats),
    stateOf(result, formats),
    figureOf(result, formats),
  ]);
  const lines = alignRows(rows, ALIGNS);
  const families = CRITERIA.flatMap((criterion) => {
    const found = results.flatMap((result, index) =>
      result.criterion === criterion
        ? [`  ${lines[index] ?? ''}`, wrapText(writeMessage(result.message, formats), INDENT, WIDTH)]
        : [],
    );
    const heading = writeMessage({ id: `criterion.${criterion}` }, formats);
    return found.length === 0 ? [] : [[heading, ...found].join('\n')];
  });
  return [planHeading(plan), ...families, stateCounts(results, formats)].join('\n\n');
}

/** The title of a plan with what it holds. */
export function planHeading(plan: Plan): string {
  const { title, currency, asOf, axis, lines, sources } = plan;
  const counts = { lines: lines.rows.length, sources: sources.rows.length, years: axis.years.length };
  const span = { first: axis.years[0] ?? '', last: axis.years.at(-1) ?? '' };
  return writeMessage(
    { id: 'cli.plan-heading', values: { title, currency, asOf, ...span, ...counts } },
    planFormats(plan),
  );
}

/** One row a check, with its state and figure at two moments. */
export function beforeAfterTable(
  before: readonly CheckResult[],
  after: readonly CheckResult[],
  formats: Formats,
): string {
  const heading = (['check', 'name', 'before', 'after', 'figure'] as const).map((column) =>
    writeMessage({ id: `cli.column-${column}` }, formats),
  );
  const rows = after.map((result, index) => {
    const old = before[index];
    return [
      result.id,
      nameOf(result, formats),
      old === undefined ? '' : stateOf(old, formats),
      stateOf(result, formats),
      figureOf(result, formats),
    ];
  });
  return textTable([heading, ...rows], ['left', 'left', 'left', 'left', 'right']);
}

function stateCounts(results: readonly CheckResult[], formats: Formats): string {
  const counts = CHECK_STATES.flatMap((state) => {
    const count = results.filter((result) => result.state === state).length;
    return count === 0 ? [] : [{ state: writeMessage({ id: `state.${state}` }, formats), count }];
  });
  return writeMessage({ id: 'cli.states', values: { counts } }, formats);
}

function nameOf({ id }: CheckResult, formats: Formats): string {
  const name = checks.find(({ info }) => info.id === id)?.info.name;
  return name === undefined ? '' : writeMessage({ id: name }, formats);
}

function stateOf({ state }: CheckResult, formats: Formats): string {
  return writeMessage({ id: `state.${state}` }, formats);
}

function figureOf({ value, unit }: CheckResult, formats: Formats): string {
  if (value === null) return writeMessage({ id: 'cli.no-figure' }, formats);
  switch (unit) {
    case 'currency':
      return formats.amount(value);
    case 'share':
      return formats.share(value);
    case 'years':
      return writeMessage({ id: 'cli.figure-years', values: { years: value } }, formats);
    case 'months':
      return writeMessage({ id: 'cli.figure-months', values: { months: value } }, formats);
    case 'count':
    case 'times':
    case 'none':
      return formats.number(value);
  }
}
