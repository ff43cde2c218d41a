/** Texts about cli. */
export const cliMessages = {} as const satisfies Record<string, never>;
