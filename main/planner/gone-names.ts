import type { GoneNames } from '#shared/api/history-api.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { lineName, sourceName } from '#shared/plan/row-names.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';

type RowKind = 'line' | 'source';
/** What a row that is gone was last called; null when nobody knows. */
export type NameOf = (kind: RowKind, id: string) => string | null;

/** The rows that changes mention and the plan does not have, by name; one that nobody knows goes by its id. */
export function goneNames(changes: readonly PlanChange[], plan: Plan, nameOf: NameOf): GoneNames {
  const told = new Map(
    changes.flatMap((change) => (change.kind === 'row' ? [[keyOf(change.of, change.id), change.name]] : [])),
  );
  const namesOf = (kind: RowKind, rows: Plan['lines' | 'sources']['at']): Record<string, string> => {
    const gone = [...mentioned(changes, kind)].filter((id) => !rows.has(id));
    return Object.fromEntries(
      gone.map((id) => [id, told.get(keyOf(kind, id)) ?? nameOf(kind, id) ?? id] as const),
    );
  };
  return { lines: namesOf('line', plan.lines.at), sources: namesOf('source', plan.sources.at) };
}

/** The names of the rows that changes mention, as the first of these plans that has a row calls it. */
export function namesIn(plans: readonly Plan[], changes: readonly PlanChange[]): NameOf {
  const names = new Map<string, string>();
  for (const id of mentioned(changes, 'line')) {
    const plan = plans.find(({ lines }) => lines.at.has(id));
    if (plan) names.set(keyOf('line', id), lineName(plan, id));
  }
  for (const id of mentioned(changes, 'source')) {
    const plan = plans.find(({ sources }) => sources.at.has(id));
    if (plan) names.set(keyOf('source', id), sourceName(plan, id));
  }
  return (kind, id) => names.get(keyOf(kind, id)) ?? null;
}

function keyOf(kind: RowKind, id: string): string {
  return `${kind} ${id}`;
}

function mentioned(changes: readonly PlanChange[], kind: RowKind): ReadonlySet<string> {
  return new Set(changes.flatMap((change) => (kind === 'line' ? linesIn(change) : sourcesIn(change))));
}

function linesIn(change: PlanChange): readonly string[] {
  switch (change.kind) {
    case 'amount':
      return change.ref.of === 'source' ? [] : [change.ref.line];
    case 'row':
      return change.of === 'line' ? [change.id] : [];
    case 'allocation':
      return [change.line];
    case 'line-field':
      return [
        change.line,
        ...(change.field === 'runningCostLine' ? [...lineIds(change.before), ...lineIds(change.after)] : []),
      ];
    case 'source-field':
      return change.field === 'ringFence' ? [...lineIds(change.before), ...lineIds(change.after)] : [];
    default:
      return [];
  }
}

function sourcesIn(change: PlanChange): readonly string[] {
  switch (change.kind) {
    case 'amount':
      return change.ref.of === 'line' ? [] : withMatch(change.ref);
    case 'certainty':
    case 'source-field':
      return [change.source];
    case 'row':
      return change.of === 'source' ? [change.id] : [];
    case 'allocation':
      return withMatch(change);
    default:
      return [];
  }
}

function withMatch({ source, ...rest }: { readonly source: string; readonly matchFor?: string | null }) {
  return typeof rest.matchFor === 'string' ? [source, rest.matchFor] : [source];
}

/** The lines in the value of a field: one for running costs, or those of a ring-fence. */
function lineIds(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  const lines: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'lines') : [];
  return Array.isArray(lines) ? lines.filter((id) => typeof id === 'string') : [];
}
