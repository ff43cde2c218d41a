/** Texts about planner. */
export const plannerMessages = {} as const satisfies Record<string, never>;
