import { existsSync } from 'node:fs';

/** The files that a person chose to be written to. Only one that was there when it was chosen may be replaced. */
export type Targets = {
  /** Notes that a person chose this file, and has agreed that it is replaced where it is there already. */
  readonly choose: (path: string) => void;
  readonly mayReplace: (path: string) => boolean;
  /** The file was written: to replace it once more needs another choice. */
  readonly done: (path: string) => void;
};

/** Begins with no file chosen. */
export function createTargets(): Targets {
  const replaceable = new Set<string>();
  return {
    choose: (path) => {
      if (existsSync(path)) replaceable.add(path);
      else replaceable.delete(path);
    },
    mayReplace: (path) => replaceable.has(path),
    done: (path) => {
      replaceable.delete(path);
    },
  };
}
