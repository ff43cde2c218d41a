/** The nonce that the host wrote into the page; every style tag made at run time must carry it. */
export const pageNonce: string =
  document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
