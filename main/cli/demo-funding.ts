import { cliMessages } from '#shared/messages/catalogue/cli.ts';
import { sumMinor } from '#shared/money/amount.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { newAllocation, newSource } from '#shared/plan/new-plan.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Certainty } from '#shared/plan/source.ts';

const SOURCE = 'demo-fund';
/** Held in the first year, contracted in the next two, announced after that. */
const CERTAINTIES: readonly Certainty[] = [4, 3, 3];
const LATER: Certainty = 2;

/** The step that gives every line the demo's source and all the money that it needs. */
export function fundEveryLine(plan: Plan): Edit {
  const { axis, lines } = plan;
  const needs = lines.rows.map(({ need }) => need.minor);
  const origin = axis.periods.map(() => 0);
  const award = axis.periods.map((_, index) => sumMinor(needs.map((minor) => minor[index] ?? null)));
  const source = newSource(axis, {
    id: SOURCE,
    name: cliMessages['cli.demo-source-name'],
    funder: cliMessages['cli.demo-funder'],
    funderType: 'national',
    competitive: false,
    payment: { mode: 'advance' },
    ringFence: { kind: 'none' },
    kindLimit: 'either',
    carry: { rule: 'free' },
    oneOff: false,
    award: { minor: award, origin },
    certainty: axis.periods.map((_, index) => CERTAINTIES[index] ?? LATER),
  });
  const rows = lines.rows.map((line, index) => ({
    at: index,
    row: newAllocation(axis, {
      line: line.id,
      source: SOURCE,
      amounts: { minor: needs[index] ?? [], origin },
    }),
  }));
  return {
    kind: 'batch',
    label: cliMessages['cli.demo-step'],
    edits: [
      { kind: 'add-sources', rows: [{ at: 0, row: source }] },
      { kind: 'add-allocations', rows },
    ],
  };
}
