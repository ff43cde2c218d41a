import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { planJsonSchema } from '#shared/plan/json/plan-json-schema.ts';
import { inProject } from './project.ts';

/** Where the schema of Plan JSON is published. */
export const PLAN_SCHEMA_FILE = 'docs/plan-json.schema.json';

const DECIMAL = '^-?[0-9]+(\\.[0-9]+)?$';
const DECIMAL_FROM_ZERO = '^[0-9]+(\\.[0-9]+)?$';

/** What the published schema says of the texts that have a form of their own, by the id of their atom. */
const FORMS: Readonly<Record<string, { readonly description: string; readonly pattern?: string }>> = {
  amount: {
    description: 'An amount in whole currency units, with at most the decimals of the currency.',
    pattern: DECIMAL,
  },
  date: { description: 'A date, YYYY-MM-DD.' },
  moment: { description: 'A date, or a date and time in UTC.', pattern: '^\\d{4}-\\d{2}-\\d{2}(T.+Z)?$' },
  year: {
    description: 'The calendar year in which a fiscal year starts, 1900 to 2200.',
    pattern: '^\\d{4}$',
  },
  period: { description: 'A year, or one of the buckets around them.', pattern: '^(\\d{4}|before|later)$' },
  currency: { description: 'A currency code of ISO 4217.', pattern: '^[A-Z]{3}$' },
  locale: { description: 'A language tag, such as en-GB.' },
  id: { description: 'A name by which other parts refer to this one; unique in its list.' },
  decimal: { description: 'A decimal number.', pattern: DECIMAL },
  'decimal-not-negative': { description: 'A decimal number from 0 on.', pattern: DECIMAL_FROM_ZERO },
  'decimal-positive': { description: 'A decimal number above 0.', pattern: DECIMAL_FROM_ZERO },
  'decimal-share': { description: 'A share from 0 to 1.', pattern: DECIMAL_FROM_ZERO },
  'decimal-share-below-one': { description: 'A share from 0 to below 1.', pattern: DECIMAL_FROM_ZERO },
};

/** The decimals of most currencies. No schema can make a pattern depend on another field: the reader does. */
const DECIMALS = 2;

/** The JSON Schema of Plan JSON as it is published, made from the schema that the program reads plans by. */
export async function planSchemaText(): Promise<string> {
  const schema = z.toJSONSchema(planJsonSchema(DECIMALS), {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const form = FORMS[String(z.globalRegistry.get(zodSchema)?.id)];
      if (!form) return;
      // Only the date is a format that other tools know; the others are told by their pattern.
      if (jsonSchema.format !== 'date') delete jsonSchema.format;
      Object.assign(jsonSchema, form);
    },
  });
  const path = inProject(PLAN_SCHEMA_FILE);
  const titled = { title: 'Plan JSON, version 1', ...schema };
  return format(JSON.stringify(titled), { ...(await resolveConfig(path)), filepath: path });
}
