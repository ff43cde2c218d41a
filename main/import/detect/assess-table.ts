import type { Sheet } from '#main/excel/read/sheet.ts';
import type { Finding } from '#shared/api/import-report.ts';
import type { Message } from '#shared/messages/message.ts';
import type { AmountGrid } from './amount-grid.ts';
import { chooseMeasure } from './choose-measure.ts';
import { finding } from './findings.ts';
import type { ImportTable } from './import-table.ts';
import { isRelativeYear, isUnitHeader } from './column-words.ts';
import { findRowDoubts } from './row-doubts.ts';
import type { Doubt } from './row-doubts.ts';
import type { TableRows } from './row-roles.ts';

/** A table before it is judged. */
export type TableDraft = Omit<ImportTable, 'confidence' | 'findings' | 'rows' | 'sums'> & {
  readonly rows: TableRows;
  readonly grid: AmountGrid;
  readonly hasOpenParts: boolean;
  readonly locale: string;
};

/** Tables below this are only taken when a person chooses them. */
export const CONFIDENCE_TO_TAKE = 70;
const HIGHEST = 98;
const LOWEST = 5;
const SCENARIO = /(?<!\p{L})(?:scenario|baseline|counterfactual|szenario|variante|scénario|シナリオ)/iu;

/** Judges a table: each doubt lowers the confidence and is told as a finding with its place. */
export function assessTable(sheet: Sheet, draft: TableDraft): { confidence: number; findings: Finding[] } {
  const at = (row: number, column?: number) => ({ sheet, row, column: column ?? titleColumn(draft) });
  const doubts: Doubt[] = [
    ...structureDoubts(sheet, draft),
    ...moneyDoubts(sheet, draft),
    ...findRowDoubts(draft, (points, message, row) => ({
      points,
      found: finding('warning', message, at(row)),
    })),
  ];
  const lost = doubts.reduce((sum, { points }) => sum + points, 0);
  const confidence = Math.max(LOWEST, HIGHEST - lost);
  const findings = doubts.map(({ found }) => found);
  if (confidence < CONFIDENCE_TO_TAKE) {
    const share = `0.${String(confidence).padStart(2, '0')}`;
    const message: Message = { id: 'import.asks', values: { sheet: sheet.name, confidence: share } };
    findings.unshift(finding('warning', message, at(draft.top, draft.left)));
  }
  return { confidence, findings };
}

function titleColumn({ labels, left }: Pick<TableDraft, 'labels' | 'left'>): number {
  return labels.find(({ field }) => field === 'title')?.column ?? left;
}

function structureDoubts(sheet: Sheet, draft: TableDraft): Doubt[] {
  const doubts: Doubt[] = [];
  const add = (points: number, message: Message, severity: 'warning' | 'info' = 'warning') => {
    doubts.push({ points, found: finding(severity, message, { sheet, row: draft.top, column: draft.left }) });
  };
  if (draft.years.length === 1) add(10, { id: 'import.one-year' }, 'info');
  if (draft.hasOpenParts) add(50, { id: 'import.parts-without-total' });
  if (sheet.hidden) add(20, { id: 'import.hidden-sheet', values: { sheet: sheet.name } });
  if (!draft.labels.some(({ field }) => field === 'title')) add(35, { id: 'import.no-labels' });
  if (draft.rows.rows.filter(({ role }) => role === 'data').length < 2) add(20, { id: 'import.few-rows' });
  if (hasForeignScript(draft)) add(20, { id: 'import.foreign-script' });
  const { taken, others } = chooseMeasure(draft.years);
  if (others.length > 0) {
    const name = (index: number): string => draft.years[index]?.header ?? '';
    const values = { taken: taken.map(name).join(', '), others: others.map(name).join(', ') };
    add(12, { id: 'import.several-measures', values });
  }
  const units = draft.labels.find(({ header }) => isUnitHeader(header));
  if (units !== undefined) add(50, { id: 'import.units-column', values: { header: units.header } });
  const relative = draft.asides.filter(({ header }) => isRelativeYear(header)).map(({ header }) => header);
  if (relative.length > 0) add(30, { id: 'import.relative-years', values: { headers: relative } });
  const scenario = draft.rows.rows.find(({ role, label }) => role === 'data' && SCENARIO.test(label));
  if (scenario !== undefined) add(30, { id: 'import.scenarios', values: { label: scenario.label } });
  return doubts;
}

function moneyDoubts(sheet: Sheet, draft: TableDraft): Doubt[] {
  const { money, years, locale, top, left, grid } = draft;
  const place = { sheet, row: top, column: left };
  const doubts: Doubt[] = [];
  const add = (points: number, severity: 'warning' | 'info', message: Message) => {
    doubts.push({ points, found: finding(severity, message, place) });
  };
  if (money.mixed.length > 0)
    add(40, 'warning', { id: 'import.currencies-mixed', values: { currencies: money.mixed } });
  if (money.currencyBasis === 'unknown') add(30, 'warning', { id: 'import.currency-unknown' });
  if (money.currencyBasis === 'locale' && money.currency !== null) {
    add(5, 'info', { id: 'import.currency-assumed', values: { currency: money.currency, locale } });
  }
  if (money.scaleBasis === 'assumed') add(5, 'info', { id: 'import.scale-assumed' });
  if (money.scale !== 1n) {
    add(0, 'info', {
      id: 'import.scale-stated',
      values: { phrase: money.phrase, scale: String(money.scale) },
    });
  }
  if (money.hasConflict)
    add(30, 'warning', { id: 'import.scale-conflict', values: { phrase: money.phrase } });
  const assumed = years.find(({ notation }) => notation.basis === 'locale');
  if (assumed !== undefined) {
    const sample = assumed.notation.samples[0] ?? '';
    add(isBorneOut(draft) ? 0 : 20, 'warning', { id: 'import.notation-assumed', values: { sample, locale } });
  }
  const filled = countAmounts(grid) + grid.refused.length;
  if (grid.refused.length * 5 > filled) {
    add(30, 'warning', { id: 'import.many-cells-refused', values: { count: grid.refused.length, filled } });
  }
  return doubts;
}

function countAmounts({ rows }: AmountGrid): number {
  let count = 0;
  for (const values of rows.values()) for (const value of values) if (value !== null) count += 1;
  return count;
}

/** Whether stated totals agree with the sums in every column whose notation was assumed: then it was read rightly. */
function isBorneOut({ years, statedTotals }: TableDraft): boolean {
  return years
    .filter(({ notation }) => notation.basis === 'locale')
    .every(({ column }) => {
      const stated = statedTotals.filter((total) => total.column === column);
      return stated.length > 0 && stated.every(({ isRounding }) => isRounding);
    });
}

const SCRIPTS = [
  { script: /\p{sc=Hebrew}/u, languages: ['he', 'yi'] },
  { script: /\p{sc=Arabic}/u, languages: ['ar', 'fa', 'ur'] },
  { script: /\p{sc=Cyrillic}/u, languages: ['ru', 'uk', 'bg', 'sr', 'mk', 'be'] },
  { script: /\p{sc=Greek}{3}/u, languages: ['el'] },
  { script: /\p{sc=Hangul}/u, languages: ['ko'] },
  { script: /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}/u, languages: ['ja', 'zh'] },
] as const;

/** Labels in a script of other languages than the locale's: then its currency and calendar are no good assumption. */
function hasForeignScript({ rows, texts, locale, money }: TableDraft): boolean {
  if (money.currencyBasis === 'words' || money.currencyBasis === 'format') return false;
  const sample = [...rows.rows.slice(0, 50).map(({ label }) => label), ...texts.otherHeaders].join(' ');
  const language = locale.slice(0, 2);
  return SCRIPTS.some(
    ({ script, languages }) => script.test(sample) && !languages.some((own) => own === language),
  );
}
