import type { Finding } from '#shared/api/import-report.ts';
import type { FileLocale } from './detect/file-locale.ts';
import { finding } from './detect/findings.ts';
import type { ImportTable } from './detect/import-table.ts';
import type { ImportCalendar } from './import-calendar.ts';

/** Findings on when the fiscal year starts: told anew when a person chooses another month. */
export const CALENDAR_IDS: ReadonlySet<string> = new Set([
  'start-month-assumed',
  'start-month-stated',
  'start-month-by-years',
  'start-month-contradicted',
  'language-assumed',
]);

/** Says when the fiscal year is taken to start and what that rests on, and whose notation a file is read in. */
export function calendarFindings(
  tables: readonly ImportTable[],
  { startMonth: month, basis, phrase = '', split = '' }: ImportCalendar,
  decided: FileLocale,
): Finding[] {
  if (tables.length === 0) return [];
  const why = { locale: decided.locale, ...reasonOf(decided) };
  switch (basis) {
    case 'locale':
      return [finding('info', { id: 'import.start-month-assumed', values: { month, ...why } })];
    case 'two-years':
      return [finding('info', { id: 'import.start-month-by-years', values: { month, label: split } })];
    case 'file':
      return [
        split === ''
          ? finding('info', { id: 'import.start-month-stated', values: { month, phrase } })
          : finding('warning', { id: 'import.start-month-contradicted', values: { phrase, label: split } }),
        ...(decided.basis === 'language' || decided.basis === 'currency'
          ? [finding('info', { id: 'import.language-assumed', values: why })]
          : []),
      ];
  }
}

type Reason = 'chosen' | 'settings' | 'german' | 'french' | 'japanese' | 'USD' | 'GBP';

function reasonOf(decided: FileLocale): { reason: Reason; words: readonly string[] } {
  switch (decided.basis) {
    case 'chosen':
    case 'settings':
      return { reason: decided.basis, words: [] };
    case 'language':
      return { reason: decided.language, words: decided.words };
    case 'currency':
      return { reason: decided.currency, words: [] };
  }
}
