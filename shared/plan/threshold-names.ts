import { ASSET_TYPES, STAGES } from './line.ts';

/** The checks of the catalogue: preconditions, scale, longevity, responsiveness, and the other success factors. */
export const CHECK_IDS = [
  ...(['INT-1', 'INT-2', 'INT-3', 'INT-4'] as const),
  ...(['SC-1', 'SC-2', 'SC-3', 'SC-4', 'SC-5', 'SC-6', 'SC-7'] as const),
  ...(['LG-1', 'LG-2', 'LG-3', 'LG-4', 'LG-5', 'LG-6', 'LG-7'] as const),
  ...(['RS-1', 'RS-2', 'RS-3', 'RS-4', 'RS-5', 'RS-6', 'RS-7', 'RS-8'] as const),
  ...(['PT-1', 'PT-2', 'ST-1', 'LK-1', 'LK-2', 'ME-1', 'ME-2', 'ME-3', 'AF-1'] as const),
  ...(['DV-1', 'DV-2', 'DV-3', 'KP-1', 'KX-1', 'SG-1'] as const),
] as const;

/** Thresholds that every check has. */
const COMMON_NAMES = ['pass', 'attention'];

/** Thresholds that a check has besides. */
const OWN_NAMES: Readonly<Record<string, readonly string[]>> = {
  'SC-1': ['yearPass'],
  'SC-2': ['year1Pass', 'year1Fail', 'threeYears', 'plan'],
  'SC-4': STAGES,
  'SC-5': ASSET_TYPES,
  'LG-2': ['cover'],
  'RS-3': ['fail', 'passRevenue', 'passCapital'],
  'RS-5': ['movable'],
  'ME-1': ['high'],
  'ME-3': ['monitoring', 'monitoringAttention', 'evaluation', 'lead', 'leadMax'],
  'PT-2': ['year1', 'plan'],
  'DV-2': ['low', 'high'],
  'DV-3': ['small', 'competitive'],
  'KP-1': ['owner', 'ownerAttention'],
};

/** Whether a check of the catalogue has a threshold of this name. */
export function isThresholdName(check: string, name: string): boolean {
  if (!CHECK_IDS.some((id) => id === check)) return false;
  return COMMON_NAMES.includes(name) || (OWN_NAMES[check]?.includes(name) ?? false);
}
