import { describe, expect, test } from 'vitest';
import { formErrors, initialForm, toNewPlan, withLocale } from '#renderer/start/new-plan-form.ts';

const form = { ...initialForm('en-GB', 2026), title: ' Harbour ' };

describe('the form of a new plan', () => {
  test('starts with what is usual in the person’s locale', () => {
    expect(initialForm('ja-JP', 2026)).toMatchObject({ currency: 'JPY', startMonth: '4', firstYear: '2026' });
    expect(initialForm('sv-SE', 2026)).toMatchObject({ locale: 'en-GB', currency: 'GBP' });
  });

  test('another locale brings its currency and fiscal year and keeps the rest', () => {
    expect(withLocale(form, 'de-DE')).toMatchObject({ title: ' Harbour ', currency: 'EUR', startMonth: '1' });
  });

  test('a whole form makes a plan', () => {
    expect(formErrors(form)).toEqual({});
    expect(toNewPlan(form)).toEqual({
      title: 'Harbour',
      currency: 'GBP',
      locale: 'en-GB',
      startMonth: 4,
      firstYear: '2026',
      years: 10,
    });
  });

  test.each([
    [{ title: ' ' }, 'title'],
    [{ currency: 'XXX' }, 'currency'],
    [{ firstYear: '26' }, 'firstYear'],
    [{ years: '0' }, 'years'],
    [{ years: '61' }, 'years'],
    [{ years: 'ten' }, 'years'],
  ])('%o is refused at its field', (changes, field) => {
    expect(Object.keys(formErrors({ ...form, ...changes }))).toEqual([field]);
  });
});
