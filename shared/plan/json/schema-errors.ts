import type { z } from 'zod';
import type { Message } from '../../messages/message.ts';
import { valueAtPath, writeJsonPath, type JsonPath } from './json-path.ts';

/** What is wrong in a Plan JSON, and where. */
export type PlanJsonError = { readonly path: string; readonly message: Message };

type Issue = z.core.$ZodIssue;

/** Tells what the schema found wrong in a value, in sentences of the catalogue. */
export function schemaErrors(issues: readonly Issue[], value: unknown): PlanJsonError[] {
  return issues.flatMap((issue) => errorsOf(issue, [], value));
}

function errorsOf(issue: Issue, above: JsonPath, value: unknown): PlanJsonError[] {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) =>
        errorAt([...path, field], { id: 'plan-json.unknown-field', values: { field } }),
      );
    case 'invalid_union':
      return unionErrors(issue, path, value);
    case 'invalid_key':
      return [errorAt(path, { id: 'plan-json.not-a-period', values: { key: String(path.at(-1)) } })];
    default:
      return [errorAt(path, messageOf(issue, path, value))];
  }
}

function errorAt(path: JsonPath, message: Message): PlanJsonError {
  return { path: writeJsonPath(path), message };
}

/** Of several shapes that would do, the one is meant whose outside fits; the errors are those inside it. */
function unionErrors(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: JsonPath,
  value: unknown,
): PlanJsonError[] {
  const meant = issue.errors.find((errors) =>
    errors.every(
      (error) => error.path.length > 0 || error.code === 'unrecognized_keys' || error.code === 'custom',
    ),
  );
  if (meant) return meant.flatMap((error) => errorsOf(error, path, value));
  const options =
    'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : ['unknown'];
  return [errorAt(path, missingAt(path, value) ?? notOneOf(path, value, options))];
}

function messageOf(issue: Issue, path: JsonPath, value: unknown): Message {
  const missing = missingAt(path, value);
  if (missing) return missing;
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, given(path, value));
    case 'invalid_value':
      return notOneOf(path, value, issue.values.map(String));
    case 'invalid_format':
      return wrongFormat(issue.format, given(path, value));
    case 'too_small':
      return {
        id: 'plan-json.too-small',
        values: { least: String(issue.minimum), given: given(path, value) },
      };
    case 'too_big':
      return {
        id: 'plan-json.too-large',
        values: { most: String(issue.maximum), given: given(path, value) },
      };
    case 'custom':
      return customProblem(issue.params ?? {}, path, value);
    default:
      return { id: 'plan-json.not-understood' };
  }
}

function missingAt(path: JsonPath, value: unknown): Message | null {
  if (valueAtPath(value, path) !== undefined) return null;
  return { id: 'plan-json.missing', values: { field: String(path.at(-1)) } };
}

/** A value as a sentence quotes it, cut where it would fill the screen. */
function given(path: JsonPath, value: unknown): string {
  const found = valueAtPath(value, path);
  const text =
    typeof found === 'string' || typeof found === 'bigint'
      ? String(found)
      : JSON.stringify(found, bigintAsText);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** An edit's amounts are bigints, which JSON does not have. */
function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

function notOneOf(path: JsonPath, value: unknown, allowed: readonly string[]): Message {
  return { id: 'plan-json.not-one-of', values: { given: given(path, value), allowed } };
}

function wrongType(expected: string, text: string): Message {
  switch (expected) {
    case 'string':
      return { id: 'plan-json.not-text' };
    case 'number':
    case 'int':
      return { id: 'plan-json.not-a-whole-number' };
    case 'bigint':
      return { id: 'plan-json.not-an-amount', values: { given: text } };
    case 'boolean':
      return { id: 'plan-json.not-true-or-false' };
    case 'array':
      return { id: 'plan-json.not-a-list' };
    default:
      return { id: 'plan-json.not-an-object' };
  }
}

function wrongFormat(format: string, text: string): Message {
  switch (format) {
    case 'date':
      return { id: 'plan-json.not-a-date', values: { given: text } };
    case 'moment':
      return { id: 'plan-json.not-a-moment', values: { given: text } };
    case 'year':
      return { id: 'plan-json.not-a-year', values: { given: text } };
    case 'period':
      return { id: 'plan-json.not-a-period', values: { key: text } };
    case 'currency':
      return { id: 'plan-json.not-a-currency', values: { given: text } };
    case 'locale':
      return { id: 'plan-json.not-a-locale', values: { given: text } };
    case 'decimal-not-negative':
      return { id: 'plan-json.decimal-below-zero', values: { given: text } };
    case 'decimal-positive':
      return { id: 'plan-json.decimal-not-above-zero', values: { given: text } };
    case 'decimal-share':
      return { id: 'plan-json.not-a-share', values: { given: text } };
    case 'decimal-share-below-one':
      return { id: 'plan-json.not-a-share-below-one', values: { given: text } };
    default:
      return { id: 'plan-json.not-a-decimal', values: { given: text } };
  }
}

function customProblem(params: Readonly<Record<string, unknown>>, path: JsonPath, value: unknown): Message {
  const text = given(path, value);
  switch (params['problem']) {
    case 'too-many-decimals':
      return {
        id: 'plan-json.too-many-decimals',
        values: { given: text, decimals: Number(params['decimals']) },
      };
    case 'out-of-range':
      return { id: 'plan-json.amount-too-large', values: { given: text } };
    case 'uneven-series':
      return { id: 'plan-json.uneven-series' };
    case 'window-reversed':
      return { id: 'plan-json.window-reversed' };
    case 'threshold-name':
      return { id: 'plan-json.unknown-threshold', values: thresholdAt(path, value) };
    default:
      return { id: 'plan-json.not-an-amount', values: { given: text } };
  }
}

function thresholdAt(path: JsonPath, value: unknown): { check: string; name: string } {
  return { check: given([...path, 'check'], value), name: given([...path, 'name'], value) };
}
