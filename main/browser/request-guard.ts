/** What the guard looks at in a request. */
export type RequestFacts = {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** The browser's own word on where the request comes from; older browsers send none. */
  readonly fetchSite: string | undefined;
};

/**
 * Whether a request comes from the page that this host served and not from another site in the same browser.
 * The Host header must be the very address that the host listens on (against DNS rebinding); a POST must carry that
 * same origin. Returns the HTTP status of the refusal, or null when the request may go on.
 */
export function refuseRequest(facts: RequestFacts, port: number): number | null {
  const authority = `127.0.0.1:${port}`;
  if (facts.host !== authority) return 421;
  if (facts.method !== 'GET' && facts.method !== 'POST') return 405;
  const ownOrigin = `http://${authority}`;
  if (facts.origin !== undefined && facts.origin !== ownOrigin) return 403;
  if (facts.method === 'POST' && facts.origin !== ownOrigin) return 403;
  if (facts.fetchSite !== undefined && facts.fetchSite !== 'same-origin' && facts.fetchSite !== 'none')
    return 403;
  return null;
}
