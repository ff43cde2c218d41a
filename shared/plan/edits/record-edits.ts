import type { Message } from '../../messages/message.ts';
import { applied, refuse, touching, type EditResult } from '../edit-result.ts';
import type { Plan } from '../plan.ts';
import type { Acceptance, Comment, CommentTarget, SignOff } from '../records.ts';

/** Adds a comment. What it stands on must be there now; it may outlive it. */
export function applyComment(plan: Plan, comment: Comment): EditResult {
  const refusal = refuseId(plan.comments, comment.id) ?? refuseTarget(plan, comment);
  if (refusal) return refuse(refusal);
  return applied({ ...plan, comments: [...plan.comments, comment] }, null, touching({}));
}

/** Adds an acceptance of a check's result, or the withdrawal of an earlier one. */
export function applyAccept(plan: Plan, acceptance: Acceptance): EditResult {
  const refusal =
    refuseId(plan.acceptances, acceptance.id) ??
    refuseUnknown(plan.acceptances, acceptance.withdraws, 'acceptance');
  if (refusal) return refuse(refusal);
  return applied(
    { ...plan, acceptances: [...plan.acceptances, acceptance] },
    null,
    touching({ frame: true }),
  );
}

/** Adds a signature, or the withdrawal of an earlier one. */
export function applySign(plan: Plan, signOff: SignOff): EditResult {
  const refusal =
    refuseId(plan.signOffs, signOff.id) ?? refuseUnknown(plan.signOffs, signOff.withdraws, 'sign-off');
  if (refusal) return refuse(refusal);
  return applied({ ...plan, signOffs: [...plan.signOffs, signOff] }, null, touching({ frame: true }));
}

type Record = { readonly id: string };

function refuseId(records: readonly Record[], id: string): Message | null {
  if (id === '') return { id: 'plan.empty-id' };
  return records.some((record) => record.id === id) ? { id: 'plan.duplicate-record', values: { id } } : null;
}

function refuseUnknown(
  records: readonly Record[],
  id: string | undefined,
  target: 'comment' | 'acceptance' | 'sign-off',
): Message | null {
  if (id === undefined || records.some((record) => record.id === id)) return null;
  return { id: 'plan.record-names-unknown', values: { target, id } };
}

function refuseTarget(plan: Plan, { on, replyTo }: Comment): Message | null {
  return refuseCell(plan, on) ?? refuseUnknown(plan.comments, replyTo, 'comment');
}

function refuseCell(plan: Plan, { line, source, year }: CommentTarget): Message | null {
  if (line !== undefined && !plan.lines.at.has(line)) {
    return { id: 'plan.unknown-line', values: { id: line } };
  }
  if (source !== undefined && !plan.sources.at.has(source)) {
    return { id: 'plan.unknown-source', values: { id: source } };
  }
  if (year !== undefined && !plan.axis.periods.includes(year)) {
    return { id: 'plan.record-names-unknown', values: { target: 'period', id: year } };
  }
  return null;
}
