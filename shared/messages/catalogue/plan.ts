/** Texts about plan. */
export const planMessages = {} as const satisfies Record<string, never>;
