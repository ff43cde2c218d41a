export type JsonPath = readonly PropertyKey[];

/** Writes a path as people write it: `lines[3].need.2027`; empty for the whole. */
export function writeJsonPath(path: JsonPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** What stands at a path in a value that JSON brought, or undefined. */
export function valueAtPath(value: unknown, path: JsonPath): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    // Any key may be looked up in an object; what it holds is unknown again.
    found = (found as Record<PropertyKey, unknown>)[step];
  }
  return found;
}
