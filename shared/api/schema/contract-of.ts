import { z } from 'zod';

/** The schemas of the calls of a part of the contract. */
export type ContractOf<
  Calls extends Record<keyof Calls, { readonly input: unknown; readonly output: unknown }>,
> = {
  readonly [Name in keyof Calls]: {
    readonly input: z.ZodType<Calls[Name]['input']>;
    readonly output: z.ZodType<Calls[Name]['output']>;
  };
};

const MOST_HANDLE = 200;

/** An opaque name: a handle, a token or the id of a call. */
export const handle = z.string().min(1).max(MOST_HANDLE);
