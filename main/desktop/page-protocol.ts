import { protocol } from 'electron';
import { makeNonce, pageHeaders } from '#main/page/content-policy.ts';
import { findPageFile, type PageFiles } from '#main/page/page-files.ts';
import { isOwnAddress, PAGE_SCHEME } from './page-address.ts';

/** Declares the page's scheme; must run before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false } },
  ]);
}

/** Serves the built page at its own scheme, each load with its own nonce. */
export function servePage(files: PageFiles): void {
  protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(files, request.method, request.url));
}

/** Answers one request for a file of the page; anything but a GET of a known file is refused. */
export function answerPageRequest(files: PageFiles, method: string, address: string): Response {
  if (method !== 'GET' || !isOwnAddress(address)) return new Response(null, { status: 405 });
  const nonce = makeNonce();
  const file = findPageFile(files, new URL(address).pathname, nonce);
  if (!file) return new Response(null, { status: 404 });
  // A copy, because the types of Response want a plain ArrayBuffer behind the bytes.
  return new Response(new Uint8Array(file.body), {
    headers: { ...pageHeaders(nonce, 'none'), 'content-type': file.type },
  });
}
