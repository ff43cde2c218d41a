import type { Check } from '../check-run.ts';
import { lg1 } from './longevity/lg-1.ts';
import { lg2 } from './longevity/lg-2.ts';
import { lg4 } from './longevity/lg-4.ts';
import { int2 } from './preconditions/int-2.ts';
import { rs5 } from './responsiveness/rs-5.ts';
import { rs6 } from './responsiveness/rs-6.ts';
import { sc1 } from './scale/sc-1.ts';
import { sc2 } from './scale/sc-2.ts';

/** Every check, in the order in which results are shown. A new check is one file in its family's folder and one line here. */
export const checks: readonly Check[] = [int2, sc1, sc2, lg1, lg2, lg4, rs5, rs6];
