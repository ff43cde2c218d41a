import type { Plan } from '../plan.ts';
import { currencyDecimals, isCurrencyCode } from '../../money/currency.ts';
import { planFromJson } from './plan-from-json.ts';
import { partsErrors, referenceErrors } from './plan-errors.ts';
import { PLAN_FORMAT, PLAN_VERSION, planJsonSchema } from './plan-json-schema.ts';
import { valueAtPath, writeJsonPath, type JsonPath } from './json-path.ts';
import { findLostKeys, SPECIAL_KEY } from './lost-keys.ts';
import { schemaErrors, type PlanJsonError } from './schema-errors.ts';

export type PlanJsonResult =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly errors: readonly PlanJsonError[] };

/** So many errors are told; who has more has one cause for most of them. */
const MOST_ERRORS = 100;
/** Taken while the currency is not known, so that the rest can be checked all the same. */
const USUAL_DECIMALS = 2;

/**
 * Reads a plan from Plan JSON. Nothing is left out silently: a field that the format does not have, a key that
 * stands twice, an amount that would have to be rounded are errors with their path. Amounts read have no origin.
 */
export function readPlanJson(text: string): PlanJsonResult {
  const parsed = parse(text);
  if (!parsed) return failed([{ path: '', message: { id: 'plan-json.not-json' } }]);
  const foreign = refuseFormat(parsed.value);
  if (foreign) return failed([foreign]);
  const lost = findLostKeys(text).map(lostKeyError);
  const currency = valueAtPath(parsed.value, ['currency']);
  const decimals =
    typeof currency === 'string' && isCurrencyCode(currency) ? currencyDecimals(currency) : USUAL_DECIMALS;
  const read = planJsonSchema(decimals).safeParse(parsed.value);
  if (!read.success) return failed([...lost, ...schemaErrors(read.error.issues, parsed.value)]);
  const wrong = [...lost, ...partsErrors(read.data)];
  if (wrong.length > 0) return failed(wrong);
  const plan = planFromJson(read.data);
  const dangling = referenceErrors(plan);
  return dangling.length > 0 ? failed(dangling) : { ok: true, plan };
}

function failed(errors: readonly PlanJsonError[]): PlanJsonResult {
  return { ok: false, errors: errors.slice(0, MOST_ERRORS) };
}

function lostKeyError(path: JsonPath): PlanJsonError {
  const field = String(path.at(-1));
  const id = field === SPECIAL_KEY ? 'plan-json.unknown-field' : 'plan-json.repeated-field';
  return { path: writeJsonPath(path), message: { id, values: { field } } };
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    // A byte order mark is no part of the text; editors on Windows put it there.
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    // The parser's own words name an offset of its own input; the sentence says what to do instead.
    return null;
  }
}

function refuseFormat(value: unknown): PlanJsonError | null {
  if (valueAtPath(value, ['format']) !== PLAN_FORMAT) {
    return { path: 'format', message: { id: 'plan-json.not-a-plan' } };
  }
  const version = valueAtPath(value, ['version']);
  if (typeof version !== 'number' || version <= PLAN_VERSION) return null;
  return { path: 'version', message: { id: 'plan-json.newer-version', values: { version } } };
}
