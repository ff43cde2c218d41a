import type { Plan } from './plan.ts';
import { findRow } from './table.ts';

/** What a sentence calls a line: its title, else its code, else its id. */
export function lineName(plan: Plan, id: string): string {
  const line = findRow(plan.lines, id);
  return [line?.title, line?.code].find((name) => name) ?? id;
}

/** What a sentence calls a source: its name, else its id. */
export function sourceName(plan: Plan, id: string): string {
  const name = findRow(plan.sources, id)?.name;
  return name === undefined || name === '' ? id : name;
}
