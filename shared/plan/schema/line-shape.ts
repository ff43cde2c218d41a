import { z } from 'zod';
import {
  ASSET_TYPES,
  INDICATOR_LENSES,
  INDICATOR_LEVELS,
  INDICATOR_USES,
  LINE_KINDS,
  STAGES,
} from '../line.ts';
import { date, id, notNegative, optional, share, text, yearId } from './atoms.ts';

const note = z.strictObject({ date, text, by: text });
const DEFAULT_WEIGHT = '1';

const themeWeight = z
  .strictObject({ theme: id, weight: z.exactOptional(notNegative) })
  .transform(({ theme, weight }) => ({ theme, weight: weight ?? DEFAULT_WEIGHT }));

const EVIDENCE_DEFAULTS = { date: null, page: '', note: '' };
const evidence = z
  .strictObject({
    factor: z.int().min(1).max(10),
    document: text,
    ...optional({ date: date.nullable(), page: text, note: text }),
  })
  .transform((entry) => ({ ...EVIDENCE_DEFAULTS, ...entry }));

const INDICATOR_DEFAULTS = {
  use: null,
  lens: null,
  level: null,
  baseline: '',
  baselineDate: null,
  target: '',
  targetYear: null,
  source: '',
  owner: '',
};
const indicator = z
  .strictObject({
    name: text,
    ...optional({
      use: z.enum(INDICATOR_USES).nullable(),
      lens: z.enum(INDICATOR_LENSES).nullable(),
      level: z.enum(INDICATOR_LEVELS).nullable(),
      baseline: text,
      baselineDate: date.nullable(),
      target: text,
      targetYear: yearId.nullable(),
      source: text,
      owner: text,
    }),
  })
  .transform((entry) => ({ ...INDICATOR_DEFAULTS, ...entry }));

/** What a line cannot be without. */
export const requiredLineShape = { title: text, kind: z.enum(LINE_KINDS) };

/** What may be known of a line besides. */
export const optionalLineShape = {
  code: text,
  programme: text,
  place: id.nullable(),
  recurring: z.boolean().nullable(),
  stage: z.enum(STAGES).nullable(),
  assetType: z.enum(ASSET_TYPES).nullable(),
  mitigation: share,
  makesAsset: z.boolean().nullable(),
  completionYear: yearId.nullable(),
  runningCostLine: id.nullable(),
  nilRunningCost: note.nullable(),
  deadline: date.nullable(),
  contractDate: date.nullable(),
  owner: z.strictObject({ name: text, role: text }).nullable(),
  objectives: z.array(id),
  themes: z.array(themeWeight),
  isEvaluation: z.boolean(),
  exitNote: note.nullable(),
  evidence: z.array(evidence),
  indicators: z.array(indicator),
};
