import { randomUUID } from 'node:crypto';
import type { FileTokens } from './ports.ts';

/** Tokens for the paths that people chose while the host runs; a token cannot be guessed and says nothing of its path. */
export function createFileTokens(): FileTokens {
  const tokens = new Map<string, string>();
  const paths = new Map<string, string>();
  return {
    tokenFor: (path) => {
      const known = tokens.get(path);
      if (known !== undefined) return known;
      const token = randomUUID();
      tokens.set(path, token);
      paths.set(token, path);
      return token;
    },
    pathOf: (token) => paths.get(token),
  };
}
