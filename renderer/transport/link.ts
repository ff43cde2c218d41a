/** The bare way to the planner: values as the contract encodes them, not yet checked. A call rejects with `LinkLost` when the host cannot be reached. */
export type Link = {
  readonly send: (channel: string, input: unknown) => Promise<unknown>;
  readonly listen: (onEvent: (event: unknown) => void) => () => void;
};

/** The host does not answer. What was asked may or may not have been done. */
export class LinkLost extends Error {
  override readonly name = 'LinkLost';
}

/** The host does not know this page: it was not opened from the address that the host gave out. */
export class NoSession extends Error {
  override readonly name = 'NoSession';
}
