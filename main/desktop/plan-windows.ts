import { isSameFile } from '#main/planner/same-file.ts';

/** What is asked of a window. */
type Window = {
  readonly isMinimized: () => boolean;
  readonly restore: () => void;
  readonly focus: () => void;
};
type Parts<Shown extends Window> = {
  /** Every window, the one last used first. */
  readonly all: () => readonly Shown[];
  readonly open: (startFile: string | null) => Shown;
  /** The plan files that are open in a window. */
  readonly filesOf: (window: Shown) => readonly string[];
};

/** Brings plans on screen that the system asks for: by a double click, or when the program is started once more. */
export type PlanWindows = {
  /** Shows the window that has the plan, or one that opens it; for no plan, any window. */
  readonly show: (path: string | null) => void;
};

/** Starts to show plans in windows: no plan has two. */
export function createPlanWindows<Shown extends Window>({ all, open, filesOf }: Parts<Shown>): PlanWindows {
  return {
    show: (path) => {
      const window =
        path === null
          ? all()[0]
          : all().find((shown) => filesOf(shown).some((file) => isSameFile(file, path)));
      if (window === undefined) return void open(path);
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
}
