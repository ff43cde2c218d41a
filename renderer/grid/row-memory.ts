type Entry = { readonly key: readonly unknown[]; readonly value: unknown };

/**
 * Keeps what was made from the same things the last time, so that an unchanged row is the same object. A whole
 * round asks for everything and forgets the rest; a partial one asks only for what may have changed.
 */
export type RowMemory = {
  /** What was made under this name, made anew when one of the things it was made from is another. */
  readonly recall: <T>(name: string, key: readonly unknown[], make: () => T) => T;
  readonly beginRound: (isWhole: boolean) => void;
};

export function makeRowMemory(): RowMemory {
  let last = new Map<string, Entry>();
  let current = new Map<string, Entry>();
  return {
    recall: <T>(name: string, key: readonly unknown[], make: () => T): T => {
      const known = current.get(name) ?? last.get(name);
      const entry = known !== undefined && isSame(known.key, key) ? known : { key, value: make() };
      current.set(name, entry);
      // A name always stands for one kind of value: each caller prefixes its own.
      return entry.value as T;
    },
    beginRound: (isWhole) => {
      if (!isWhole) return;
      last = current;
      current = new Map();
    },
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
