import type { Answer, ApiEvent, Channel } from '#shared/api/api.ts';

/** The application service behind every host. Inputs come from outside and are parsed; a call never throws. */
export type Planner = {
  readonly call: (channel: string, input: unknown) => Promise<Answer<Channel>>;
  /** Tells of progress and check results until the answered function is called. */
  readonly listen: (onEvent: (event: ApiEvent) => void) => () => void;
  /** Closes every open plan and cancels every job. */
  readonly close: () => Promise<void>;
};
