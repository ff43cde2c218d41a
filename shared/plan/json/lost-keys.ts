import type { JsonPath } from './json-path.ts';

type Level = { readonly keys: Set<string> | null; step: string | number };

/** A key that objects treat in a way of their own, so that what it holds would be dropped without a word. */
export const SPECIAL_KEY = '__proto__';

/**
 * Where an object of a JSON text names a key twice (a parser would keep the last without a word), or names the
 * special key at all. Expects a text that parses.
 */
export function findLostKeys(json: string): JsonPath[] {
  const found: JsonPath[] = [];
  const levels: Level[] = [];
  let isKeyNext = false;
  for (let at = 0; at < json.length; at++) {
    const level = levels.at(-1);
    switch (json[at]) {
      case '{':
        levels.push({ keys: new Set([SPECIAL_KEY]), step: '' });
        isKeyNext = true;
        break;
      case '[':
        levels.push({ keys: null, step: 0 });
        isKeyNext = false;
        break;
      case '}':
      case ']':
        levels.pop();
        isKeyNext = false;
        break;
      case ',':
        isKeyNext = level?.keys !== null;
        if (level && typeof level.step === 'number') level.step += 1;
        break;
      case '"': {
        const end = endOfString(json, at);
        if (isKeyNext && level?.keys) {
          level.step = readKey(json.slice(at, end + 1));
          if (level.keys.has(level.step)) found.push(levels.map(({ step }) => step));
          level.keys.add(level.step);
          isKeyNext = false;
        }
        at = end;
        break;
      }
      default:
    }
  }
  return found;
}

function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end;
}

function isEscaped(json: string, at: number): boolean {
  let backslashes = 0;
  while (json[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function readKey(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  const key: unknown = JSON.parse(quoted);
  return String(key);
}
