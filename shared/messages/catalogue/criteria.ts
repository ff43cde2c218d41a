/** Texts about criteria. */
export const criteriaMessages = {} as const satisfies Record<string, never>;
