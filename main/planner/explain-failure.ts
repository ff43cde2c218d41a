import type { ApiError } from '#shared/api/api.ts';
import { DocumentError } from '#main/document/document-error.ts';
import { Refusal } from './refusal.ts';

/** Turns what a call threw into a typed error; a fault of the program goes to the log, and only a sentence to people. */
export function explainFailure(
  error: unknown,
  channel: string,
  log: (entry: string, cause: unknown) => void,
): ApiError {
  if (error instanceof Refusal) return error.error;
  if (error instanceof DocumentError) {
    log(`${channel}: ${error.code}`, error.cause);
    return { code: error.code, message: error.sentence };
  }
  log(`${channel}: fault`, error);
  return { code: 'fault', message: { id: 'planner.fault' } };
}
