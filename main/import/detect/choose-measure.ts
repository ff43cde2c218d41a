import type { YearColumn } from './year-columns.ts';

/** Words of measures in the order in which one is taken when a year has several. */
const RANKS: readonly RegExp[] = [
  /^(?:grand )?totals?$|^gesamt|^[合総]?計$/iu,
  /revis|amended|current|latest|nachtrag|modifié|補正/iu,
  /approv|adopted|enacted|agreed|beschlossen|voté|当初/iu,
  /budget|plan(?!t)|propos|ansatz|profile|allocation|prévu|予算|計画/iu,
  /forecast|project(?:ed|ion)|estimat|prognose|prévision|見込|見積/iu,
  /actual|outturn|ergebnis|\bist\b|rechnung|réalisé|compte administratif|決算|実績/iu,
];
/** Money that may be bound, money that comes in: measures of the year that are not its spending. */
const OTHER =
  /commit|verpflichtung|(?<![\p{L}])(?:ve|ap|ae)(?![\p{L}])|income|receipts|einnahmen|recettes|債務負担/iu;

/** Years with several columns, and the one of each year that is taken unless a person chooses another. */
export type MeasureChoice = {
  /** Indexes into the year columns, in their order. */
  readonly taken: readonly number[];
  /** Indexes of columns that state another measure of a year that is taken. */
  readonly others: readonly number[];
};

/** Takes one column of each year: the measure that most years have, then by its words, then the first. */
export function chooseMeasure(years: readonly YearColumn[]): MeasureChoice {
  const groups = new Map<string, number[]>();
  years.forEach(({ heading }, index) => {
    const key = heading.kind === 'year' ? String(heading.year.first) : heading.kind;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  const coverage = new Map<string, number>();
  for (const { measure } of years)
    coverage.set(measure.toLowerCase(), (coverage.get(measure.toLowerCase()) ?? 0) + 1);
  const scoreOf = (index: number): number => {
    const measure = years[index]?.measure ?? '';
    return (coverage.get(measure.toLowerCase()) ?? 0) * 10 - rankOf(measure);
  };
  const taken = [...groups.values()].flatMap((members) => {
    const [best] = members.toSorted((a, b) => scoreOf(b) - scoreOf(a) || a - b);
    return best === undefined ? [] : [best];
  });
  return {
    taken: taken.toSorted((a, b) => a - b),
    others: years.flatMap((_, index) => (taken.includes(index) ? [] : [index])),
  };
}

function rankOf(measure: string): number {
  if (OTHER.test(measure)) return 9;
  const rank = RANKS.findIndex((pattern) => pattern.test(measure));
  return rank < 0 ? RANKS.length : rank;
}

/** Whether the words of a measure speak of money already spent. */
export function isActual(measure: string): boolean {
  return RANKS.findIndex((pattern) => pattern.test(measure)) === RANKS.length - 1;
}
