import type { FileToken } from '#shared/api/api.ts';
import type { FileTokens } from './ports.ts';
import { Refusal } from './refusal.ts';

/** The path behind a token that the window holds. @throws Refusal for a token that was never given out. */
export function chosenPath(tokens: FileTokens, file: FileToken): string {
  const path = tokens.pathOf(file);
  if (path === undefined) throw new Refusal('unknown-file', { id: 'planner.unknown-file' });
  return path;
}
