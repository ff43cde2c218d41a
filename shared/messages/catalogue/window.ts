/** Texts about window. */
export const windowMessages = {} as const satisfies Record<string, never>;
