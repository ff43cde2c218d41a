/** Texts about calendar. */
export const calendarMessages = {} as const satisfies Record<string, never>;
