import { randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may talk to the host. The address that the host prints carries a one-time token; the page trades it for a bearer
 * that it sends with every request. No cookie: cookies of 127.0.0.1 reach every port of the machine.
 */
export type SessionTokens = {
  /** Makes a new one-time token; only the newest one is good. */
  readonly issue: () => string;
  /** Trades the token for a bearer, once; null when the token is wrong or used. */
  readonly trade: (token: string) => string | null;
  readonly admits: (bearer: string) => boolean;
};

/** Keeps tokens and bearers in memory: they end with the host. */
export function makeSessionTokens(): SessionTokens {
  let oneTime: string | null = null;
  const bearers: string[] = [];
  return {
    issue: () => (oneTime = randomToken()),
    trade: (token) => {
      if (oneTime === null || !isSame(token, oneTime)) return null;
      oneTime = null;
      const bearer = randomToken();
      bearers.push(bearer);
      return bearer;
    },
    admits: (bearer) => bearers.some((known) => isSame(bearer, known)),
  };
}

function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in constant time, so that an answer's delay tells nothing about the token. */
function isSame(given: string, known: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(known);
  return a.length === b.length && timingSafeEqual(a, b);
}
