import type { Formats } from '#shared/messages/formats.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import type { Plan } from '#shared/plan/plan.ts';

/** The formats in which a plan's figures are printed: those of the plan itself, so that every machine prints the same. */
export function planFormats({ locale, currency, calendar }: Plan): Formats {
  return makeFormats({ locale, currency, calendar });
}
