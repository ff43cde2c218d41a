/** Texts about import. */
export const importMessages = {} as const satisfies Record<string, never>;
