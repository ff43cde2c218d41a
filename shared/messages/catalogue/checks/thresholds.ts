import type { CatalogueText } from '../../catalogue-text.ts';
import type { Formats } from '../../formats.ts';

const NAMES = {
  pass: 'pass',
  attention: 'attention',
  yearPass: 'pass in every year',
  year1Pass: 'pass in year 1',
  year1Fail: 'no fail in year 1',
  threeYears: 'pass over three years',
  plan: 'pass over the plan',
  cover: 'a year counts as covered',
  movable: 'part of themed money that can be moved',
} as const;

/** These are figures that a check uses, not marks that it must reach. */
const PLAIN = new Set(['movable']);

/** Writes the figure of a check or of a threshold with its unit. */
export function writeValue(value: string, unit: string, formats: Formats): string {
  switch (unit) {
    case 'share':
      return formats.share(value);
    case 'currency':
      return formats.amount(value);
    case 'years':
      return value === '1' ? '1 year' : `${formats.number(value)} years`;
    case 'months':
      return value === '1' ? '1 month' : `${formats.number(value)} months`;
    case 'times':
      return `${formats.number(value)} times the year’s award undrawn`;
    default:
      return formats.number(value);
  }
}

/** Texts about thresholds and where they come from. */
export const thresholdMessages = {
  'check.threshold': (
    {
      name,
      value,
      unit,
      best,
    }: {
      readonly name: string;
      readonly value: string;
      readonly unit: string;
      /** Whether a high or a low figure is good. */
      readonly best: 'high' | 'low';
    },
    formats: Formats,
  ) => {
    const names: Readonly<Record<string, string>> = NAMES;
    const written = writeValue(value, unit, formats);
    const bound = PLAIN.has(name) ? written : `${best === 'high' ? 'at least' : 'at most'} ${written}`;
    return `${names[name] ?? name}: ${bound}`;
  },
  'basis.changed': (
    { by, at, reason }: { readonly by: string; readonly at: string; readonly reason: string },
    { date }: Formats,
  ) =>
    `Changed for this plan${by === '' ? '' : ` by ${by}`} on ${date(at)}${reason === '' ? '' : `: ${reason}`}`,
  'basis.house': 'House default: no published threshold stands behind it',
  'basis.arithmetic': 'Arithmetic: no source can pay more than it gives',
  'basis.balanced-budget': 'House default, after the duty to set a balanced budget',
  'basis.robust-estimates':
    'House default, after the robustness of estimates that the CIPFA Financial Management Code asks for',
  'basis.planning-horizon':
    'GFOA: financial plans look 5 to 10 years ahead, capital plans 5 to 25 years and more',
  'basis.transformation-horizon':
    'City-REDI and CIPFA, Investing in Regional Equality: transformations planned over 20 to 30 years',
  'basis.gateway-cycle': 'Length of the blocks between gateway reviews of UK investment funds: 5 years',
  'basis.settlement-cycle': 'Length of a multi-year settlement of English local government: 3 years',
  'basis.published-taper':
    'Germany’s Solidarity Pact II, an announced taper: mean step about 6% of its peak a year, largest 20%',
  'basis.integrated-settlement': 'Integrated settlements 2025-26, England: 10% can be moved between themes',
  'basis.timely-drawing': 'HUD, 24 CFR 570.902: at most 1.5 times the annual grant may stand undrawn',
} as const satisfies Record<string, CatalogueText>;
