import { z } from 'zod';
import type { FilesApi } from '../files-api.ts';
import { openedPlan } from './app-schema.ts';
import { handle, type ContractOf } from './contract-of.ts';
import { openMode, planFileInfo, planOpening } from './files-schema.ts';

const MOST_NAME = 500;
const ofPlan = z.strictObject({ plan: handle });
const planAndFile = z.strictObject({ plan: handle, file: handle });

/** The calls about plan files, as schemas. */
export const filesContract: ContractOf<FilesApi> = {
  'plan/open': { input: z.strictObject({ file: handle, mode: openMode }), output: planOpening },
  'plan/open-upload': {
    input: z.strictObject({ name: z.string().max(MOST_NAME), bytes: z.instanceof(Uint8Array) }),
    output: planOpening,
  },
  'plan/save-as': { input: planAndFile, output: openedPlan },
  'plan/export-copy': { input: planAndFile, output: z.null() },
  'plan/duplicate': { input: ofPlan, output: openedPlan },
  'plan/get-file-info': { input: ofPlan, output: planFileInfo },
  'draft/discard': { input: z.strictObject({ file: handle }), output: z.null() },
};
