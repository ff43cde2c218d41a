/** Texts about export. */
export const exportMessages = {} as const satisfies Record<string, never>;
