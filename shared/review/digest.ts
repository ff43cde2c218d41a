import { readPlainDecimal } from '../money/plain-decimal.ts';
import { planToJson } from '../plan/json/plan-to-json.ts';
import type { Plan } from '../plan/plan.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './sha256.ts';

/**
 * The plan as the text that its digest is taken of: Plan JSON with sorted keys and without white space, amounts with
 * exactly the currency's decimals, defaults written out, blanks left out, rates without zeros that say nothing. What
 * does not change what is signed is left out: comments, sign-offs, holds and the locale.
 */
export function canonicalPlan(plan: Plan): string {
  const {
    comments: _comments,
    signOffs: _signOffs,
    holds: _holds,
    locale: _locale,
    ...signed
  } = planToJson(plan, plainestRate);
  return canonicalJson(signed);
}

/** The digest of a plan's content: SHA-256 of the canonical text in UTF-8, as 64 lower-case hexadecimal digits. */
export function planDigest(plan: Plan): string {
  return sha256Hex(canonicalPlan(plan));
}

/** The shortest way to write a rate: `0.10` is `0.1`, `01` is `1`, `-0.0` is `0`. */
function plainestRate(text: string): string {
  const read = readPlainDecimal(text);
  if (read === null) return text;
  const decimals = read.fraction.replace(/0+$/, '');
  const size = (read.whole || '0') + (decimals && `.${decimals}`);
  return read.negative && size !== '0' ? `-${size}` : size;
}
