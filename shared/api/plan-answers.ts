import type { Message } from '../messages/message.ts';
import type { Edit } from '../plan/edit.ts';

/** Opaque names that the window holds instead of paths and files. */
export type PlanHandle = string;
export type FileToken = string;

/** An open plan as the window receives it; the plan itself follows as a snapshot. */
export type OpenedPlan = {
  readonly handle: PlanHandle;
  readonly file: FileToken;
  /** The file's name for people; null for a draft that has not been given one. */
  readonly name: string | null;
  readonly readOnly: Message | null;
  /** What opening did that a person should know of: a file brought to this version, or mended. */
  readonly notes: readonly Message[];
};

export type UndoState = { readonly canUndo: Message | null; readonly canRedo: Message | null };

/** The planner's answer to an edit: where the plan stands now. The hash rolls over every edit since the plan began. */
export type EditAnswer = { readonly seq: number; readonly hash: string } & UndoState;
/** An undo or redo as the window must replay it. */
export type StepAnswer = EditAnswer & { readonly edit: Edit };
