import { isCurrencyCode } from '../../money/currency.ts';
import type { Message } from '../../messages/message.ts';
import { isWithinRange } from '../../money/amount.ts';
import { applied, refuse, touching, type EditResult } from '../edit-result.ts';
import { LINE_MEASURES } from '../line.ts';
import type { Plan, PlanDetails } from '../plan.ts';
import { SOURCE_MEASURES } from '../source.ts';
import { pickKeys } from './pick-keys.ts';
import { refuseDetails, refuseLines, refuseSources } from './reference-refusals.ts';

/** Changes what is known of the plan itself. */
export function applySetPlan(plan: Plan, changes: Partial<PlanDetails>): EditResult {
  const next: Plan = { ...plan, ...changes };
  const refusal =
    refuseCurrency(plan, changes) ??
    refuseDuplicates(changes) ??
    refuseAmounts(next) ??
    refuseReferences(next, changes);
  if (refusal) return refuse(refusal);
  return applied(
    next,
    { kind: 'set-plan', changes: pickKeys<PlanDetails, Partial<PlanDetails>>(plan, changes) },
    touching({ frame: true }),
  );
}

function refuseCurrency(plan: Plan, changes: Partial<PlanDetails>): Message | null {
  const { currency } = changes;
  if (currency === undefined || currency === plan.currency) return null;
  if (!isCurrencyCode(currency)) return { id: 'plan.unknown-currency', values: { currency } };
  // What the same edit replaces is already in the new currency.
  if (!holdsAmounts({ ...plan, ...changes }, changes)) return null;
  return { id: 'plan.currency-in-use', values: { currency: plan.currency } };
}

function holdsAmounts(plan: Plan, replaced: Partial<PlanDetails>): boolean {
  const isSet = (value: bigint | null) => value !== null;
  return (
    plan.lines.rows.some((row) => LINE_MEASURES.some((measure) => row[measure].minor.some(isSet))) ||
    plan.sources.rows.some((row) => SOURCE_MEASURES.some((measure) => row[measure].minor.some(isSet))) ||
    plan.allocations.rows.some((row) => row.amounts.minor.some(isSet)) ||
    (!('bridgingReserve' in replaced) && plan.bridgingReserve !== 0n) ||
    (!('outturn' in replaced) && plan.outturn !== null && plan.outturn.capital.length > 0) ||
    (!('virements' in replaced) && plan.virements.length > 0) ||
    (!('statedTotals' in replaced) && plan.statedTotals.length > 0)
  );
}

function refuseDuplicates(changes: Partial<PlanDetails>): Message | null {
  for (const rows of [changes.objectives, changes.places, changes.themes]) {
    const seen = new Set<string>();
    for (const { id } of rows ?? []) {
      if (id === '') return { id: 'plan.empty-id' };
      if (seen.has(id)) return { id: 'plan.duplicate-record', values: { id } };
      seen.add(id);
    }
  }
  return null;
}

function refuseAmounts(plan: Plan): Message | null {
  const amounts = [
    plan.bridgingReserve,
    ...(plan.outturn?.capital ?? []),
    ...plan.virements.map(({ amount }) => amount),
    ...plan.statedTotals.flatMap(({ stated, computed, quantum }) => [stated, computed, quantum]),
  ];
  return amounts.every(isWithinRange) ? null : { id: 'plan.plan-amount-too-large' };
}

function refuseReferences(next: Plan, changes: Partial<PlanDetails>): Message | null {
  const targetsChanged = 'places' in changes || 'objectives' in changes || 'themes' in changes;
  const rows = targetsChanged
    ? (refuseLines(next, next.lines.rows) ?? refuseSources(next, next.sources.rows))
    : null;
  return rows ?? refuseDetails(next);
}
