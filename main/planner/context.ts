import type { Api, ApiEvent, Channel, Sent } from '#shared/api/api.ts';
import type { Calls } from './calls.ts';
import type { Drafts } from './drafts.ts';
import type { OpenImports } from './open-imports.ts';
import type { OpenPlans } from './open-plans.ts';
import type { PlannerPorts } from './ports.ts';
import type { Recents } from './recents.ts';
import type { StartFile } from './start-file.ts';
import type { Targets } from './targets.ts';

/** What the handlers of calls share. */
export type PlannerContext = {
  readonly ports: PlannerPorts;
  readonly plans: OpenPlans;
  readonly imports: OpenImports;
  readonly recents: Recents;
  readonly drafts: Drafts;
  readonly targets: Targets;
  readonly startFile: StartFile;
  readonly calls: Calls;
  readonly emit: (event: ApiEvent) => void;
};

/** What answers one channel; a Refusal or DocumentError that it throws becomes a typed error. */
type Handler<C extends Channel> = (input: Api[C]['input']) => Sent<C> | Promise<Sent<C>>;
export type Handlers<C extends Channel> = { readonly [Name in C]: Handler<Name> };
