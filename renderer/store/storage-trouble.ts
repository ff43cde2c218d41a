import type { ApiError, FileChange } from '#shared/api/api.ts';

const PASSING_FAILURES = ['disk-full', 'busy', 'not-allowed', 'failed'] as const;
/** Why the disk did not take a step: it may take it a moment later, so it is sent again. */
export type PassingFailure = (typeof PASSING_FAILURES)[number];

/** What befell the file under an open plan. Nothing more is written to it until a person has said what to do. */
export type FileTrouble = FileChange | 'damaged';

/** What keeps steps from being saved although the planner answers; they stay on their way meanwhile. */
export type StorageTrouble =
  | { readonly kind: 'refused'; readonly failure: PassingFailure }
  | { readonly kind: 'file'; readonly trouble: FileTrouble };

const FILE_TROUBLES: Readonly<Record<string, FileTrouble>> = {
  'changed-on-disk': 'changed',
  gone: 'gone',
  'taken-over': 'taken-over',
  damaged: 'damaged',
};

/** What an error of the planner says of the file; null for its plain no to the step itself. */
export function storageTroubleAfter({ code }: ApiError): StorageTrouble | null {
  const trouble = FILE_TROUBLES[code];
  if (trouble !== undefined) return { kind: 'file', trouble };
  const failure = PASSING_FAILURES.find((each) => each === code);
  return failure === undefined ? null : { kind: 'refused', failure };
}

/** What is left to say of the file once the planner took a step, or said no to it: a disk that refused has passed. */
export function storageTroubleLeft(known: StorageTrouble | null): StorageTrouble | null {
  return known?.kind === 'file' ? known : null;
}
