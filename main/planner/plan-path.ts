import { extname } from 'node:path';
import { PLAN_EXTENSION } from '#main/document/schema.ts';

/** Whether a path is that of a plan by its name. */
export function isPlanPath(path: string): boolean {
  return extname(path).toLowerCase() === PLAN_EXTENSION;
}
