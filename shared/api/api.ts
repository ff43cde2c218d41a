import type { CheckResult } from '../criteria/result.ts';
import type { Message } from '../messages/message.ts';
import type { PeriodKey } from '../plan/axis.ts';
import type { Edit, ProvenanceCell } from '../plan/edit.ts';
import type { PackedPlan } from '../plan/packed-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { DraftPlan, FilesApi } from './files-api.ts';
import type { HistoryApi, PackedVersion } from './history-api.ts';
import type { ImportReport, RowRole } from './import-report.ts';
import type { EditAnswer, FileToken, OpenedPlan, PlanHandle, StepAnswer, UndoState } from './plan-answers.ts';

export type { EditAnswer, FileToken, OpenedPlan, PlanHandle, StepAnswer, UndoState } from './plan-answers.ts';

/** Opaque names that the window holds instead of what the planner holds. */
export type ImportHandle = string;
export type CallId = string;

export type RecentPlan = {
  readonly file: FileToken;
  readonly name: string;
  readonly place: string;
  readonly openedAt: string;
};
export type SampleInfo = { readonly id: string; readonly title: string; readonly note: string };

export type AppInfo = {
  readonly host: 'desktop' | 'browser';
  readonly version: string;
  readonly user: string;
  readonly locale: string;
  readonly recents: readonly RecentPlan[];
  readonly drafts: readonly DraftPlan[];
  /** The plan file with which the program was started, by a double click on it; null for none. */
  readonly startFile: FileToken | null;
  readonly samples: readonly SampleInfo[];
};

/** A whole plan at a sequence number. `canUndo` and `canRedo` are the labels of the steps, null when there is none. */
export type PlanSnapshot = { readonly seq: number; readonly hash: string; readonly plan: Plan } & UndoState;
/** A snapshot as it crosses from the planner to the window, which reads it as a `PlanSnapshot`. */
export type PackedSnapshot = {
  readonly seq: number;
  readonly hash: string;
  readonly plan: PackedPlan;
} & UndoState;
export type ImportChoices = {
  /** Which of the report's tables are taken, by index. */
  readonly tables: readonly TableChoice[];
  readonly title: string;
  readonly currency: string;
  readonly locale: string;
  readonly startMonth: number;
  /** Years that stand apart from the others are taken, with blank years between; else such choices are refused. */
  readonly confirmGaps: boolean;
};
export type ImportMeasure = 'need' | 'allocation' | 'award' | 'actual';
export type TableChoice = {
  readonly table: number;
  readonly measure: ImportMeasure;
  readonly scale: string;
  /** Indexes into the table's year columns that are taken. */
  readonly yearColumns: readonly number[];
  /** Roles changed by hand, by one-based row number. */
  readonly rowRoles: Readonly<Record<string, RowRole>>;
};

export type ImportOpened = {
  readonly handle: ImportHandle;
  readonly report: ImportReport;
  /** What would be imported if nothing were changed by hand; null when nothing can be taken without help. */
  readonly suggested: ImportChoices | null;
};

/** Rows and columns of cells and windows are zero-based. */
export type SheetCell = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly number: boolean;
};
/** A window of a sheet for the preview; `roles` are the roles of its rows, `header` the header rows of the tables found. */
export type SheetCells = {
  readonly firstRow: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly SheetCell[];
  readonly roles: readonly {
    readonly row: number;
    readonly role: RowRole | 'header';
    readonly table: number;
  }[];
};

export type ImportPreview = {
  readonly lines: number;
  readonly years: readonly { readonly year: PeriodKey; readonly label: string; readonly total: string }[];
  readonly total: string;
  readonly currency: string;
  readonly report: ImportReport;
};

export type Provenance = {
  readonly file: string;
  readonly sha256: string;
} & ProvenanceCell;

export type FileEntry = { readonly file: FileToken; readonly name: string; readonly modifiedAt: string };

export type ApiError = { readonly code: string; readonly message: Message };

/** Every call from the window to the planner or its host, by channel `topic/verb-noun`. */
export type Api = CoreApi & FilesApi & HistoryApi;

type CoreApi = {
  'app/get-info': { input: Record<string, never>; output: AppInfo };
  /** The loopback host's own open dialog: the plans in its folder. The desktop host answers an empty list. */
  'file/list-plans': {
    input: Record<string, never>;
    output: { readonly folder: string; readonly files: readonly FileEntry[] };
  };
  /** The desktop host's native dialogs; null when the person cancels. */
  'file/choose-plan': { input: Record<string, never>; output: FileEntry | null };
  /** Desktop: a native dialog. Loopback: the name asked for in the host's folder, refused when it exists and `replace` is not set. */
  'file/choose-target': {
    input: { readonly kind: 'plan' | 'workbook'; readonly name: string; readonly replace: boolean };
    output: FileEntry | null;
  };
  'plan/create': {
    input: {
      readonly title: string;
      readonly currency: string;
      readonly locale: string;
      readonly startMonth: number;
      readonly firstYear: string;
      readonly years: number;
    };
    output: OpenedPlan;
  };
  'plan/open-sample': { input: { readonly sample: string }; output: OpenedPlan };
  'plan/get-snapshot': { input: { readonly plan: PlanHandle }; output: PlanSnapshot };
  'plan/apply-edit': {
    input: { readonly plan: PlanHandle; readonly base: number; readonly edit: Edit };
    output: EditAnswer;
  };
  'plan/undo': { input: { readonly plan: PlanHandle }; output: StepAnswer };
  'plan/redo': { input: { readonly plan: PlanHandle }; output: StepAnswer };
  'plan/close': { input: { readonly plan: PlanHandle }; output: null };
  'plan/get-provenance': {
    input: { readonly plan: PlanHandle; readonly origin: number };
    output: Provenance | null;
  };
  'checks/get-results': {
    input: { readonly plan: PlanHandle };
    output: { readonly seq: number; readonly results: readonly CheckResult[] };
  };
  'import/read-file': {
    input: {
      readonly call: CallId;
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly locale: string;
    };
    output: ImportOpened;
  };
  'import/get-cells': {
    input: {
      readonly handle: ImportHandle;
      readonly sheet: string;
      readonly firstRow: number;
      readonly rows: number;
    };
    output: SheetCells;
  };
  'import/preview': {
    input: { readonly handle: ImportHandle; readonly choices: ImportChoices };
    output: ImportPreview;
  };
  /** Into a new draft when `plan` is null, else as one edit of an open plan. */
  'import/apply': {
    input: {
      readonly handle: ImportHandle;
      readonly choices: ImportChoices;
      readonly plan: PlanHandle | null;
    };
    output: { readonly opened: OpenedPlan | null; readonly step: StepAnswer | null };
  };
  'import/close': { input: { readonly handle: ImportHandle }; output: null };
  /** Writes to the file when one was chosen (desktop), else answers the bytes for a download. */
  'export/workbook': {
    input: { readonly call: CallId; readonly plan: PlanHandle; readonly file: FileToken | null };
    output: { readonly name: string; readonly bytes: Uint8Array | null };
  };
  'job/cancel': { input: { readonly call: CallId }; output: null };
};

export type Channel = keyof Api;

/** What the planner says without being asked. */
export type ApiEvent =
  | {
      readonly kind: 'progress';
      readonly call: CallId;
      readonly stage: Message;
      readonly done: number;
      readonly total: number | null;
    }
  | {
      readonly kind: 'checks';
      readonly plan: PlanHandle;
      readonly seq: number;
      readonly results: readonly CheckResult[];
    }
  /** The plan took a step: other windows that show it stand behind `seq`. */
  | { readonly kind: 'changed'; readonly plan: PlanHandle; readonly seq: number }
  /** The file under an open plan is no longer the one that was opened: nothing more is written to it. */
  | { readonly kind: 'file-changed'; readonly plan: PlanHandle; readonly state: FileChange }
  /** Something about the plan's file that a person should hear of. */
  | {
      readonly kind: 'notice';
      readonly plan: PlanHandle;
      readonly tone: 'info' | 'error';
      readonly message: Message;
    };

/** `changed`: written to or replaced by another program. `gone`: deleted or moved. `taken-over`: edited by somebody else now. */
export type FileChange = 'changed' | 'gone' | 'taken-over';

export type Answer<C extends Channel> =
  { readonly ok: true; readonly value: Api[C]['output'] } | { readonly ok: false; readonly error: ApiError };

/** What the planner puts on its way to the window: all as the window sees it but for packed plans. */
export type Sent<C extends Channel> = C extends 'plan/get-snapshot'
  ? PackedSnapshot
  : C extends 'versions/get-plan'
    ? PackedVersion
    : Api[C]['output'];
export type SentAnswer =
  { readonly ok: true; readonly value: Sent<Channel> } | { readonly ok: false; readonly error: ApiError };

/** How the window reaches the planner, whichever host serves it. */
export type Transport = {
  readonly call: <C extends Channel>(channel: C, input: Api[C]['input']) => Promise<Answer<C>>;
  readonly listen: (onEvent: (event: ApiEvent) => void) => () => void;
};
