import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PLAN_SCHEMA_FILE, planSchemaText } from '#tools/plan-schema.ts';
import { inProject } from '#tools/project.ts';

test('the published schema of Plan JSON is the one that plans are read by', async () => {
  const published = readFileSync(inProject(PLAN_SCHEMA_FILE), 'utf8');
  expect(published, 'run: node tools/generate-plan-schema.ts').toBe(await planSchemaText());
});
