import type { CheckState } from '#shared/criteria/result.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { CellFormat } from './amount-texts.ts';
import type { ShownVersion } from './shown-version.ts';

/** How cells look beyond what their rows say; `marks` are the cells that the chosen check points at. */
export type CellLook = {
  readonly format: CellFormat;
  readonly isReadOnly: boolean;
  readonly marks: ReadonlyMap<string, CheckState>;
  /** The versions whose figures stand beside the plan's. */
  readonly versions: readonly ShownVersion[];
  /** The periods of the plan, in the order of a row's figures. */
  readonly periods: readonly PeriodKey[];
};

/** The grid's context: the same object all the time, which gives the look as it is now. */
export type GridContext = { readonly look: () => CellLook };
