/** The plan file with which the program was started: told to every window until one of them has asked for it. */
export type StartFile = {
  readonly current: () => string | null;
  /** Somebody has asked to open this file: it is not offered again. */
  readonly done: (path: string) => void;
};

/** Begins with the path that the program was started with; null for none. */
export function createStartFile(path: string | null): StartFile {
  let waiting = path;
  return {
    current: () => waiting,
    done: (opened) => {
      if (opened === waiting) waiting = null;
    },
  };
}
