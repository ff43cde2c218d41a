import type { PlainMessageId } from '#shared/messages/message.ts';
import {
  FUNDER_TYPES,
  KIND_LIMITS,
  type CarryRule,
  type Payment,
  type RingFence,
} from '#shared/plan/source.ts';
import { percentOfShare, shareOfPercent } from './share-percent.ts';

/** What the choices of the terms are called. */
export const FUNDER_CHOICES = FUNDER_TYPES.map((value) => ({
  value,
  label: `window.funder-${value}` as const,
}));

export const KIND_CHOICES = KIND_LIMITS.map((value) => ({
  value,
  label: `window.kind-limit-${value}` as const,
}));

export const PAYMENT_CHOICES = (['advance', 'arrears'] as const satisfies readonly Payment['mode'][]).map(
  (value) => ({ value, label: `window.payment-${value}` as const }),
);

export const CARRY_CHOICES = (
  ['free', 'years', 'approval', 'none'] as const satisfies readonly CarryRule['rule'][]
).map((value) => ({ value, label: `window.carry-${value}` as const }));

export const FENCE_CHOICES = (['none', 'theme', 'line'] as const satisfies readonly RingFence['kind'][]).map(
  (value) => ({ value, label: `window.ring-fence-${value}` as const }),
);

/** Whole numbers up to this are typed as months or years of a term. */
const COUNT = /^\d{1,3}$/;

export function refuseCount(text: string): PlainMessageId | null {
  return COUNT.test(text) ? null : 'window.whole-number-wrong';
}

/** Why a text is no share that others must pay; blank is not known. */
export function refuseMatchShare(text: string): PlainMessageId | null {
  const share = shareOfPercent(text);
  const isFine = text === '' || (share !== null && /^0(\.|$)/.test(share));
  return isFine ? null : 'window.match-share-wrong';
}

/** Why a text is no share that may be moved; blank is not known. */
export function refuseMovableShare(text: string): PlainMessageId | null {
  const share = shareOfPercent(text);
  const isFine = text === '' || (share !== null && /^(0(\.|$)|1$)/.test(share));
  return isFine ? null : 'window.movable-wrong';
}

/** A share that may be not known, as text of a field and back. */
export function shareText(share: string | null): string {
  return share === null ? '' : percentOfShare(share);
}
