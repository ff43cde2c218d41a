import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checks } from '#shared/criteria/catalogue/index.ts';
import { CRITERIA } from '#shared/criteria/result.ts';
import { thresholdMessage } from '#shared/criteria/threshold-message.ts';
import { catalogue } from '#shared/messages/catalogue/index.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { fractionFromDecimal } from '#shared/money/fraction.ts';
import { isThresholdName } from '#shared/plan/threshold-names.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/criteria/catalogue/', import.meta.url));
const FAMILIES: Readonly<Record<(typeof CRITERIA)[number], string>> = {
  precondition: 'preconditions',
  scale: 'scale',
  longevity: 'longevity',
  responsiveness: 'responsiveness',
  other: 'others',
};
const IS_CHECK_FILE = /^[a-z]+-\d+\.ts$/;

const formats = makeFormats({
  locale: 'en-GB',
  currency: 'GBP',
  calendar: { startMonth: 4, naming: 'both' },
});

describe('the catalogue of checks', () => {
  it('has one file a check, named by its id, in the folder of its family', () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((path) => IS_CHECK_FILE.test(basename(path)))
      .map((path) => `${dirname(path)}/${basename(path, '.ts')}`);
    const named = checks.map(({ info }) => `${FAMILIES[info.criterion]}/${info.id.toLowerCase()}`);
    expect(named.toSorted()).toEqual(files.toSorted());
  });

  it('has each check once, the families in their order', () => {
    const ids = checks.map(({ info }) => info.id);
    expect(new Set(ids).size).toBe(ids.length);
    const families = checks.map(({ info }) => CRITERIA.indexOf(info.criterion));
    expect(families).toEqual(families.toSorted((a, b) => a - b));
  });

  describe.each(checks.map((check) => [check.info.id, check] as const))('%s', (id, { info, thresholds }) => {
    it('has a name and a question of its own in plain words', () => {
      expect([info.name, info.question]).toEqual([`check.${id}.name`, `check.${id}.question`]);
      expect(catalogue[info.name]).toMatch(/^[A-Z].*[^.?!]$/);
      expect(catalogue[info.question]).toMatch(/^[A-Z].*\?$/);
    });

    it('has thresholds that a plan may change, each with its source and its sentence', () => {
      for (const [name, threshold] of Object.entries(thresholds)) {
        expect(isThresholdName(id, name), name).toBe(true);
        const standings = [threshold, ...Object.values(threshold.profiles ?? {})];
        for (const { value, basis } of standings) {
          expect(fractionFromDecimal(value).n).toBeGreaterThanOrEqual(0n);
          expect(catalogue[basis].length).toBeGreaterThan(10);
        }
        const { value, unit } = threshold;
        const text = writeMessage(
          thresholdMessage(id, { name, value, unit, basis: { id: threshold.basis }, changed: false }),
          formats,
        );
        // The name of a field is no sentence: it has words of its own.
        expect(text).toMatch(/: (at least |at most )?[£\d]/);
        expect(text).not.toMatch(/[a-z][A-Z]|\d[A-Z]/);
      }
    });
  });
});
