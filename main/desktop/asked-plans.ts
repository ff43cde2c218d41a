import { findPlanArgument } from './plan-argument.ts';
import type { PlanWindows } from './plan-windows.ts';

/** What is heard of the app: the system's wish to see a plan, and a second start of the program. */
type AppEvents = {
  on(event: 'open-file', hear: (event: { preventDefault: () => void }, path: string) => void): unknown;
  on(event: 'second-instance', hear: (event: unknown, args: string[], folder: string) => void): unknown;
};

/**
 * Hears which plans the system wants to see, from the very start: macOS tells of a double click before the app is
 * ready. What is heard before there can be windows waits for `begin`, which shows it, or the plan of the command line.
 */
export function hearOfPlans(app: AppEvents): {
  readonly begin: (windows: PlanWindows, asked: string | null) => void;
} {
  const waiting: string[] = [];
  let windows: PlanWindows | null = null;
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (windows === null) waiting.push(path);
    else windows.show(path);
  });
  app.on('second-instance', (_event, args, folder) => windows?.show(findPlanArgument(args.slice(1), folder)));
  return {
    begin: (opened, asked) => {
      windows = opened;
      const first = asked === null ? waiting.splice(0) : [asked, ...waiting.splice(0)];
      if (first.length === 0) opened.show(null);
      for (const path of first) opened.show(path);
    },
  };
}
