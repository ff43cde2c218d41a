import type { PlainMessageId } from '../messages/message.ts';
import { fractionFromDecimal, type Fraction } from '../money/fraction.ts';
import type { Profile } from '../plan/records.ts';
import type { Frame } from './frame.ts';
import type { CheckUnit, Threshold } from './result.ts';

type Standing = { readonly value: string; readonly basis: PlainMessageId };

/** A threshold as it stands unless a plan changes it: decimal text, and a published source or the house. */
export type ThresholdDefault = Standing & {
  readonly unit: CheckUnit;
  /** Where a profile asks for another value. */
  readonly profiles?: Readonly<Partial<Record<Profile, Standing>>>;
};

/** The exact values of a check's thresholds by name. */
export type Limits<Name extends string> = Readonly<Record<Name, Fraction>>;

/** The thresholds in force for a check: an override of the plan beats its profile, which beats the default. */
export function thresholdsInForce(
  check: string,
  defaults: Readonly<Record<string, ThresholdDefault>>,
  frame: Frame,
): readonly Threshold[] {
  return Object.entries(defaults).map(([name, { unit, profiles, ...usual }]) => {
    const override = frame.overrides.findLast((entry) => entry.check === check && entry.name === name);
    if (override !== undefined) {
      const { value, by, at, reason } = override;
      return { name, value, unit, basis: { id: 'basis.changed', values: { by, at, reason } }, changed: true };
    }
    const { value, basis } = profiles?.[frame.profile] ?? usual;
    return { name, value, unit, basis: { id: basis }, changed: false };
  });
}

/** The values of thresholds as exact fractions, by name. */
export function limitsOf<Name extends string>(thresholds: readonly Threshold[]): Limits<Name> {
  const entries = thresholds.map(({ name, value }) => [name, fractionFromDecimal(value)] as const);
  // The thresholds in force have the names of the check's defaults; Object.fromEntries forgets the names.
  return Object.fromEntries(entries) as Limits<Name>;
}
