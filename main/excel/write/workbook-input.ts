import type { CheckResult } from '#shared/criteria/result.ts';
import type { Plan } from '#shared/plan/plan.ts';

/** What an exported workbook is made of; all of it is data, so that a job can write it. */
export type WorkbookInput = {
  readonly plan: Plan;
  readonly results: readonly CheckResult[];
  /** The content digest of the plan, hexadecimal. */
  readonly digest: string;
  /** The number of the last edit in the plan's file; 0 for a plan without a file. */
  readonly sequence: number;
  /** ISO date and time. */
  readonly exportedAt: string;
  readonly appVersion: string;
};

export type WriteOptions = {
  /** Is told the share written, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
};
