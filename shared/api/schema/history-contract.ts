import { z } from 'zod';
import type { HistoryApi } from '../history-api.ts';
import { handle, type ContractOf } from './contract-of.ts';
import {
  changesPage,
  comparisonPage,
  historyFilter,
  historyPage,
  stateRef,
  versionInfo,
  versionPlan,
  versionText,
} from './history-schema.ts';
import { stepAnswer } from './plan-schema.ts';

const seq = z.int().nonnegative();
/** Steps in one answer, and changes in one. */
const MOST_STEPS = 200;
const MOST_CHANGES = 2000;

const steps = z.int().min(1).max(MOST_STEPS);
const page = { offset: seq, limit: z.int().min(1).max(MOST_CHANGES) };
const ofPlan = z.strictObject({ plan: handle });
const ofVersion = z.strictObject({ plan: handle, number: seq });

/** The calls about the history of a plan and its versions, as schemas. */
export const historyContract: ContractOf<HistoryApi> = {
  'history/list': {
    input: z.strictObject({ plan: handle, filter: historyFilter, before: seq.nullable(), limit: steps }),
    output: historyPage,
  },
  'history/get-changes': {
    input: z.strictObject({ plan: handle, seq, filter: historyFilter, ...page }),
    output: changesPage,
  },
  'versions/list': { input: ofPlan, output: z.array(versionInfo) },
  'versions/create': { input: z.strictObject({ plan: handle, ...versionText }), output: versionInfo },
  'versions/update': {
    input: z.strictObject({ plan: handle, number: seq, ...versionText }),
    output: versionInfo,
  },
  'versions/get-plan': { input: ofVersion, output: versionPlan },
  'versions/compare': {
    input: z.strictObject({ plan: handle, from: stateRef, to: stateRef, ...page }),
    output: comparisonPage,
  },
  'versions/restore': { input: ofVersion, output: stepAnswer },
};
