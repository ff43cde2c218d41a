import type { Source, SourceDetails } from '#shared/plan/source.ts';

/** What each part of the terms is given: the source, and the one way to change it. */
export type TermsProps = {
  readonly source: Source;
  readonly isReadOnly: boolean;
  readonly change: (changes: Partial<SourceDetails>) => void;
};
