import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

z.config({ jitless: true });

const MOST_RECENTS = 12;

const recentSchema = z.strictObject({ path: z.string(), title: z.string(), openedAt: z.string() });
const fileSchema = z.strictObject({ format: z.literal('perennial-recents'), plans: z.array(recentSchema) });

type Recent = z.infer<typeof recentSchema>;

/** The plans opened lately, newest first, in a small file of the app's own. */
export type Recents = { readonly list: () => readonly Recent[]; readonly add: (recent: Recent) => void };

/** Keeps the list in this file. What cannot be read counts as empty: the list is a comfort, not a record. */
export function createRecents(path: string): Recents {
  const list = (): Recent[] => readRecents(path).filter((recent) => existsSync(recent.path));
  return {
    list,
    add: (recent) => {
      const others = list().filter((other) => other.path !== recent.path);
      const plans = [recent, ...others].slice(0, MOST_RECENTS);
      mkdirSync(dirname(path), { recursive: true });
      const temporary = `${path}.${process.pid}.tmp`;
      writeFileSync(temporary, JSON.stringify({ format: 'perennial-recents', plans }, null, 2));
      renameSync(temporary, path);
    },
  };
}

function readRecents(path: string): Recent[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).plans;
  } catch {
    // Not there yet, or not ours: an empty list.
    return [];
  }
}
