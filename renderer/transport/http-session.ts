const STORED_BEARER = 'perennial-session';

/**
 * The bearer of this page's session. The one-time token in the address's fragment is traded for it once and removed
 * from the address; a reload finds the bearer in the tab's own storage. A cookie would reach every port of 127.0.0.1.
 * Null when the page has neither a good token nor a bearer.
 */
export async function openSession(): Promise<string | null> {
  const token = tokenInAddress();
  takeNewAddress();
  if (token !== null) {
    history.replaceState(null, '', location.pathname);
    const bearer = await trade(token);
    if (bearer !== null) {
      sessionStorage.setItem(STORED_BEARER, bearer);
      return bearer;
    }
  }
  return sessionStorage.getItem(STORED_BEARER);
}

function tokenInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('token');
}

/** A new address pasted into a page that is open already differs in its fragment alone: the browser loads nothing by itself. */
function takeNewAddress(): void {
  addEventListener('hashchange', () => {
    if (tokenInAddress() !== null) location.reload();
  });
}

async function trade(token: string): Promise<string | null> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) return null;
  const answer: unknown = await response.json();
  const bearer = typeof answer === 'object' && answer !== null && 'bearer' in answer ? answer.bearer : null;
  return typeof bearer === 'string' ? bearer : null;
}
