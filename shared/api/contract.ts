import { z } from 'zod';
import { currency, locale, yearId } from '../plan/schema/atoms.ts';
import { editSchema } from '../plan/edit-schema.ts';
import type { Api } from './api.ts';
import { appInfo, fileEntry, openedPlan, provenance } from './schema/app-schema.ts';
import { checkResult } from './schema/check-schema.ts';
import { filesContract } from './schema/files-contract.ts';
import { historyContract } from './schema/history-contract.ts';
import { importChoices, importOpened, importPreview, sheetCells } from './schema/import-schema.ts';
import { handle, type ContractOf } from './schema/contract-of.ts';
import { editAnswer, planSnapshot, stepAnswer } from './schema/plan-schema.ts';

z.config({ jitless: true });

type Contract = ContractOf<Api>;

const nothing = z.strictObject({});
const title = z.string().max(500);
const bytes = z.instanceof(Uint8Array);
const seq = z.int().nonnegative();
const MOST_YEARS = 60;
/** Rows of a sheet in one answer. */
const MOST_ROWS = 2000;

const month = z.int().min(1).max(12);
const ofPlan = z.strictObject({ plan: handle });
const ofImport = z.strictObject({ handle });

/** What goes into each call and what comes out, as schemas: the planner parses every input, the window every output. */
export const contract: Contract = {
  'app/get-info': { input: nothing, output: appInfo },
  'file/list-plans': {
    input: nothing,
    output: z.strictObject({ folder: z.string(), files: z.array(fileEntry) }),
  },
  'file/choose-plan': { input: nothing, output: fileEntry.nullable() },
  'file/choose-target': {
    input: z.strictObject({ kind: z.enum(['plan', 'workbook']), name: title, replace: z.boolean() }),
    output: fileEntry.nullable(),
  },
  'plan/create': {
    input: z.strictObject({
      title,
      currency,
      locale,
      startMonth: month,
      firstYear: yearId,
      years: z.int().min(1).max(MOST_YEARS),
    }),
    output: openedPlan,
  },
  'plan/open-sample': { input: z.strictObject({ sample: handle }), output: openedPlan },
  'plan/get-snapshot': { input: ofPlan, output: planSnapshot },
  'plan/apply-edit': {
    input: z.strictObject({ plan: handle, base: seq, edit: editSchema }),
    output: editAnswer,
  },
  'plan/undo': { input: ofPlan, output: stepAnswer },
  'plan/redo': { input: ofPlan, output: stepAnswer },
  'plan/close': { input: ofPlan, output: z.null() },
  'plan/get-provenance': {
    input: z.strictObject({ plan: handle, origin: seq }),
    output: provenance.nullable(),
  },
  'checks/get-results': {
    input: ofPlan,
    output: z.strictObject({ seq, results: z.array(checkResult) }),
  },
  'import/read-file': {
    input: z.strictObject({ call: handle, name: title, bytes, locale }),
    output: importOpened,
  },
  'import/get-cells': {
    input: z.strictObject({
      handle,
      sheet: z.string(),
      firstRow: z.int().nonnegative(),
      rows: z.int().min(1).max(MOST_ROWS),
    }),
    output: sheetCells,
  },
  'import/preview': {
    input: z.strictObject({ handle, choices: importChoices }),
    output: importPreview,
  },
  'import/apply': {
    input: z.strictObject({ handle, choices: importChoices, plan: handle.nullable() }),
    output: z.strictObject({ opened: openedPlan.nullable(), step: stepAnswer.nullable() }),
  },
  'import/close': { input: ofImport, output: z.null() },
  'export/workbook': {
    input: z.strictObject({ call: handle, plan: handle, file: handle.nullable() }),
    output: z.strictObject({ name: z.string(), bytes: bytes.nullable() }),
  },
  ...filesContract,
  ...historyContract,
  'job/cancel': { input: z.strictObject({ call: handle }), output: z.null() },
};
