import type { Message, PlainMessageId } from '../messages/message.ts';
import type { EvidencePile } from './evidence.ts';
import type { Fields } from './fields.ts';
import type { Frame } from './frame.ts';
import type { LineNode, SourceTerm } from './line-node.ts';
import type { MissingList } from './missing.ts';
import type { CheckState, CheckUnit, Criterion } from './result.ts';
import type { SourceNode } from './source-node.ts';
import type { Limits, ThresholdDefault } from './thresholds.ts';

/** The frame of a plan with the values of the check's own thresholds. */
export type CheckFrame<Name extends string> = Frame & { readonly limits: Limits<Name> };

/** What a sentence calls the rows of the plan. */
export type Names = { readonly line: (id: string) => string; readonly source: (id: string) => string };

/** What a check says: `value` as it stands in the result, evidence and missing entries still unsorted and whole. */
export type Conclusion = {
  readonly state: CheckState;
  readonly value: string | null;
  readonly evidence: EvidencePile;
  readonly missing: MissingList;
  readonly message: Message;
};

/** What is known of a check without a plan. */
export type CheckInfo = {
  /** As published: `SC-1`. The check's file has the same name in small letters. */
  readonly id: string;
  readonly factor: number;
  readonly criterion: Criterion;
  readonly unit: CheckUnit;
  /** Whether a high or a low figure is good; thresholds are inclusive on the good side. */
  readonly best: 'high' | 'low';
  readonly name: PlainMessageId;
  readonly question: PlainMessageId;
};

/**
 * A check: it measures each line, each source, or both, adds the measures up and concludes. `fields` say how each figure
 * adds up; the engine adds in any grouping, but always in the order of rows. A conclusion names only rows that the check
 * measures: names are read again only when a measured row changes.
 */
export type CheckDefinition<Total extends object, Name extends string> = CheckInfo & {
  readonly thresholds: Readonly<Record<Name, ThresholdDefault>>;
  readonly fields: Fields<Total>;
  readonly ofLine?: {
    /** The terms of its sources that the measure of a line reads: a change of another does not measure it again. */
    readonly reads: readonly SourceTerm[];
    readonly measure: (node: LineNode, frame: CheckFrame<Name>) => Total;
  };
  readonly ofSource?: { readonly measure: (node: SourceNode, frame: CheckFrame<Name>) => Total };
  readonly conclude: (total: Total, frame: CheckFrame<Name>, names: Names) => Conclusion;
};
