import type { CatalogueText } from '../catalogue-text.ts';

/** Texts about the calendar: what the periods are called that are not years. */
export const calendarMessages = {
  'calendar.before': 'Before',
  'calendar.later': 'Later',
} as const satisfies Record<string, CatalogueText>;
