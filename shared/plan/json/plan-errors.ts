import type { Message } from '../../messages/message.ts';
import { refuseYears } from '../edits/set-years.ts';
import { allocationId } from '../allocation.ts';
import { makeAxis } from '../axis.ts';
import type { Plan } from '../plan.ts';
import {
  allocationReferences,
  detailsReferences,
  hasCapitalRunningCostLine,
  lineReferences,
  referenceTargets,
  sourceReferences,
  type Reference,
} from '../references.ts';
import { lineName, sourceName } from '../row-names.ts';
import { writeJsonPath, type JsonPath } from './json-path.ts';
import type { PlanJson } from './plan-json-schema.ts';
import type { PlanJsonError } from './schema-errors.ts';

/** What is wrong between the parts of a Plan JSON, each of which is right by itself, before a plan can be made of it. */
export function partsErrors(json: PlanJson): PlanJsonError[] {
  const refusal = refuseYears(json.years);
  const gap = json.years.findIndex((_, index) => refuseYears(json.years.slice(0, index + 1)) !== null);
  const years = refusal && errorAt(gap < 0 ? ['years'] : ['years', gap], refusal);
  return [
    ...(years ? [years] : []),
    ...duplicateIds(json),
    ...duplicateAllocations(json),
    ...duplicateThresholds(json),
    ...(years ? [] : strayPeriods(json)),
  ];
}

/** What is wrong between the parts of a plan that was made of a JSON: names of what is not there. */
export function referenceErrors(plan: Plan): PlanJsonError[] {
  const targets = referenceTargets(plan);
  const dangling = (name: string, above: JsonPath, references: readonly Reference[]): PlanJsonError[] =>
    references
      .filter(({ to, id }) => !targets[to].has(id))
      .map(({ to, id, path }) =>
        errorAt([...above, ...path], { id: 'plan.dangling-reference', values: { name, target: to, id } }),
      );
  const lines = plan.lines.rows.flatMap((line, at) => [
    ...dangling(lineName(plan, line.id), ['lines', at], lineReferences(line)),
    ...runningCostErrors(plan, at),
  ]);
  const sources = plan.sources.rows.flatMap((source, at) =>
    dangling(sourceName(plan, source.id), ['sources', at], sourceReferences(source)),
  );
  const allocations = plan.allocations.rows.flatMap((row, at) => [
    ...dangling(lineName(plan, row.line), ['allocations', at], allocationReferences(row)),
    ...(row.matchFor === row.source ? [matchForItself(plan, at)] : []),
  ]);
  return [
    ...lines,
    ...sources,
    ...allocations,
    ...dangling(plan.title, [], detailsReferences(plan)),
    ...recordErrors(plan),
  ];
}

function errorAt(path: JsonPath, message: Message): PlanJsonError {
  return { path: writeJsonPath(path), message };
}

function duplicateIds(json: PlanJson): PlanJsonError[] {
  const { lines, sources, objectives, places, themes, comments, acceptances, signOffs } = json;
  const lists: Readonly<Record<string, readonly { readonly id: string }[] | undefined>> = {
    lines,
    sources,
    objectives,
    places,
    themes,
    comments,
    acceptances,
    signOffs,
  };
  return Object.entries(lists).flatMap(([list, rows]) =>
    repeats(rows ?? [], (row) => row.id).map(({ at, key }) =>
      errorAt([list, at, 'id'], { id: 'plan-json.duplicate-id', values: { id: key } }),
    ),
  );
}

function duplicateAllocations(json: PlanJson): PlanJsonError[] {
  return repeats(json.allocations, (row) => allocationId(row.line, row.source, row.matchFor ?? null)).map(
    ({ at }) => errorAt(['allocations', at], { id: 'plan-json.duplicate-allocation' }),
  );
}

function duplicateThresholds(json: PlanJson): PlanJsonError[] {
  const thresholds = json.thresholds ?? [];
  return repeats(thresholds, ({ check, name }) => `${check} ${name}`).flatMap(
    ({ at, row: { check, name } }) => [
      errorAt(['thresholds', at], { id: 'plan-json.repeated-threshold', values: { check, name } }),
    ],
  );
}

function repeats<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): { readonly at: number; readonly key: string; readonly row: Row }[] {
  const seen = new Set<string>();
  return rows.flatMap((row, at) => {
    const key = keyOf(row);
    if (seen.has(key)) return [{ at, key, row }];
    seen.add(key);
    return [];
  });
}

/** Amounts for periods that the plan does not have: they would be lost without a word. */
function strayPeriods(json: PlanJson): PlanJsonError[] {
  const known = new Set<string>(makeAxis(json.years, json.before, json.later).periods);
  const stray = (path: JsonPath, byPeriod: object | null | undefined): PlanJsonError[] =>
    Object.keys(byPeriod ?? {})
      .filter((key) => !known.has(key))
      .map((key) => errorAt([...path, key], { id: 'plan-json.period-outside-plan', values: { key } }));
  return [
    ...json.lines.flatMap((line, at) => [
      ...stray(['lines', at, 'need'], line.need),
      ...stray(['lines', at, 'actual'], line.actual),
      ...stray(['lines', at, 'contingency', 'risk'], line.contingency?.risk),
      ...stray(['lines', at, 'contingency', 'bias'], line.contingency?.bias),
    ]),
    ...json.sources.flatMap((source, at) => [
      ...stray(['sources', at, 'award'], source.award),
      ...stray(['sources', at, 'drawn'], source.drawn),
      ...stray(['sources', at, 'certainty'], source.certainty),
    ]),
    ...json.allocations.flatMap((row, at) => stray(['allocations', at, 'amounts'], row.amounts)),
  ];
}

function runningCostErrors(plan: Plan, at: number): PlanJsonError[] {
  const line = plan.lines.rows[at];
  if (!line || line.runningCostLine === null || !hasCapitalRunningCostLine(plan, line)) return [];
  const values = { name: lineName(plan, line.id), line: lineName(plan, line.runningCostLine) };
  return [errorAt(['lines', at, 'runningCostLine'], { id: 'plan.running-cost-line-not-revenue', values })];
}

function matchForItself(plan: Plan, at: number): PlanJsonError {
  const row = plan.allocations.rows[at];
  const values = { line: lineName(plan, row?.line ?? ''), source: sourceName(plan, row?.source ?? '') };
  return errorAt(['allocations', at, 'matchFor'], { id: 'plan.match-for-itself', values });
}

/** Records that answer or withdraw one that is not there. What a comment stands on may have been removed since. */
function recordErrors({ comments, acceptances, signOffs }: Plan): PlanJsonError[] {
  const named = [
    ...comments.map(
      ({ replyTo }, at) =>
        ({ list: 'comments', at, field: 'replyTo', id: replyTo, rows: comments, target: 'comment' }) as const,
    ),
    ...acceptances.map(
      ({ withdraws }, at) =>
        ({
          list: 'acceptances',
          at,
          field: 'withdraws',
          id: withdraws,
          rows: acceptances,
          target: 'acceptance',
        }) as const,
    ),
    ...signOffs.map(
      ({ withdraws }, at) =>
        ({
          list: 'signOffs',
          at,
          field: 'withdraws',
          id: withdraws,
          rows: signOffs,
          target: 'sign-off',
        }) as const,
    ),
  ];
  return named.flatMap(({ list, at, field, id, rows, target }) =>
    id === undefined || rows.some((row) => row.id === id)
      ? []
      : [errorAt([list, at, field], { id: 'plan.record-names-unknown', values: { target, id } })],
  );
}
