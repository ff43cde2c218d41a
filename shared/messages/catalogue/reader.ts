/** Texts about reader. */
export const readerMessages = {} as const satisfies Record<string, never>;
