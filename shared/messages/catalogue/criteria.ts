import type { CatalogueText } from '../catalogue-text.ts';
import { longevityMessages } from './checks/longevity.ts';
import { missingMessages } from './checks/missing-fields.ts';
import { preconditionMessages } from './checks/preconditions.ts';
import { responsivenessMessages } from './checks/responsiveness.ts';
import { scaleMessages } from './checks/scale.ts';
import { thresholdMessages } from './checks/thresholds.ts';

/** Texts about the checks: states, headings, names, questions, what each check says, thresholds and their sources. */
export const criteriaMessages = {
  'state.pass': 'Pass',
  'state.attention': 'Attention',
  'state.fail': 'Fail',
  'state.cannot-be-judged': 'Cannot be judged',
  'state.not-applicable': 'Not applicable',
  'criterion.precondition': 'Preconditions',
  'criterion.scale': 'Scale',
  'criterion.longevity': 'Longevity',
  'criterion.responsiveness': 'Responsiveness',
  'criterion.other': 'Other factors',
  ...preconditionMessages,
  ...scaleMessages,
  ...longevityMessages,
  ...responsivenessMessages,
  ...missingMessages,
  ...thresholdMessages,
} as const satisfies Record<string, CatalogueText>;
