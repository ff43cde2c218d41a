import { expect, test } from 'vitest';
import { confidenceOf, groupFindings, isZero, splitFindings } from '#renderer/import/report-words.ts';
import type { Finding, FindingSeverity } from '#shared/api/import-report.ts';

const finding = (severity: FindingSeverity, sheet: string | null): Finding => ({
  id: 'one-year',
  severity,
  sheet,
  cell: null,
  raw: null,
  message: { id: 'import.one-year' },
});

test('confidence has a word at each mark', () => {
  const words = ['1', '0.9', '0.89', '0.7', '0.69', '0'].map((confidence) => confidenceOf({ confidence }));
  expect(words).toEqual(['high', 'high', 'fair', 'fair', 'low', 'low']);
});

test('findings stand by severity, gravest first', () => {
  const groups = groupFindings([finding('info', 'A'), finding('error', 'A'), finding('info', 'B')]);
  expect(groups.map(({ severity, findings }) => [severity, findings.length])).toEqual([
    ['error', 1],
    ['info', 2],
  ]);
});

test('findings on sheets that nothing is taken from stand apart, unless nothing is taken at all', () => {
  const all = [finding('info', 'A'), finding('info', 'B'), finding('info', null)];
  const { near, far } = splitFindings(all, new Set(['A']));
  expect(near.map(({ sheet }) => sheet)).toEqual(['A', null]);
  expect(far.map(({ sheet }) => sheet)).toEqual(['B']);
  expect(splitFindings(all, new Set()).near).toEqual(all);
});

test('zero is zero however it is written', () => {
  expect(['0', '-0', '0.00', '000'].map(isZero)).toEqual([true, true, true, true]);
  expect(['0.01', '-1', '10'].map(isZero)).toEqual([false, false, false]);
});
