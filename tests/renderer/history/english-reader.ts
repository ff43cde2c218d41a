import { makeSay } from '#renderer/app/texts.ts';
import type { ChangeReader } from '#renderer/history/change-reader.ts';
import type { GoneNames } from '#shared/api/history-api.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import type { Plan } from '#shared/plan/plan.ts';

/** Reads a plan as its own people do. */
export function readerOf(plan: Plan, gone: GoneNames = { lines: {}, sources: {} }): ChangeReader {
  const formats = makeFormats(plan);
  return { plan, gone, formats, say: makeSay(formats) };
}
