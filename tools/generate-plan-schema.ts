import { writeFileSync } from 'node:fs';
import { PLAN_SCHEMA_FILE, planSchemaText } from './plan-schema.ts';
import { inProject } from './project.ts';

writeFileSync(inProject(PLAN_SCHEMA_FILE), await planSchemaText());
