/** Texts about document. */
export const documentMessages = {} as const satisfies Record<string, never>;
