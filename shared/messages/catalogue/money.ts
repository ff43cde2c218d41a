/** Texts about money. */
export const moneyMessages = {} as const satisfies Record<string, never>;
