import { joinNames } from '#renderer/history/history-reader.ts';
import type { ComparisonPage } from '#shared/api/history-api.ts';

/** The changes of a comparison with the following page behind them, and the names of both. */
export function joinPages(first: ComparisonPage, next: ComparisonPage): ComparisonPage {
  return {
    ...next,
    changes: [...first.changes, ...next.changes],
    gone: joinNames(first.gone, next.gone),
  };
}
