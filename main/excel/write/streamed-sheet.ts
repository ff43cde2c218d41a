import { setImmediate, setTimeout } from 'node:timers/promises';

/** XML of a sheet that may wait to be zipped: a few hundred rows. */
const MOST_WAITING = 4 * 1024 * 1024;

/**
 * Waits until the zip has caught up with what was written of a sheet. The streaming writer takes rows as fast as they
 * come and would keep the XML of a whole large sheet in memory; it offers no sign of its own, so the length of the
 * queue behind it is read. Where that is not found (another version) this waits for nothing but other work.
 */
export async function untilZipped(sheet: object): Promise<void> {
  await setImmediate();
  while (waitingBytes(sheet) > MOST_WAITING) await setTimeout(1);
}

/**
 * Lets go of the formulas written so far: the writer keeps every formula of a sheet, in case another one shares it,
 * which none of ours does, and at a million cells that is more memory than all the rest.
 */
export function forgetFormulas(sheet: object): void {
  if (fieldOf(sheet, '_formulae') !== undefined) Reflect.set(sheet, '_formulae', {});
}

function waitingBytes(sheet: object): number {
  const queues = fieldOf(fieldOf(sheet, 'stream'), 'pipes');
  const first: unknown = Array.isArray(queues) ? queues[0] : undefined;
  return lengthOf(first, 'writableLength') + lengthOf(first, 'readableLength');
}

function lengthOf(holder: unknown, key: string): number {
  const value = fieldOf(holder, key);
  return typeof value === 'number' ? value : 0;
}

function fieldOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}
