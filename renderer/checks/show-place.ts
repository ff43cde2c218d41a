import type { ViewState } from '#renderer/store/view-store.ts';
import type { Evidence, Missing } from '#shared/criteria/result.ts';

type ViewChange = Partial<Pick<ViewState, 'room' | 'measure' | 'sourcesMeasure' | 'sought'>>;

/**
 * What the view must change to show where a piece of evidence or a missing entry stands: lines in the plan, with their
 * funding when a source is named too; a source alone among the sources.
 */
export function viewOfPlace({ line, source, period, ...place }: Evidence | Missing): ViewChange {
  const sought = { line, source, period };
  const field = 'field' in place ? place.field : null;
  if (line === null) {
    const sourcesMeasure = field === 'certainty' ? 'certainty' : 'award';
    return source === null ? {} : { room: 'sources', sourcesMeasure, sought };
  }
  if (source !== null) return { room: 'plan', measure: 'funding', sought };
  return field === 'need' ? { room: 'plan', measure: 'need', sought } : { room: 'plan', sought };
}
