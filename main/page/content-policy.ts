import { randomBytes } from 'node:crypto';

/** Where the window may send requests: its own host when that is a loopback server, nowhere on the desktop. */
export type ConnectPolicy = 'self' | 'none';

/** A fresh nonce for one load of the page. */
export function makeNonce(): string {
  return randomBytes(18).toString('base64');
}

/** The content security policy of the page: own scripts only, styles by nonce, no inline code, no frames, no forms. */
export function contentPolicy(nonce: string, connect: ConnectPolicy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src '${connect}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers that go with every file of the page, whichever host serves it. */
export function pageHeaders(nonce: string, connect: ConnectPolicy): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(nonce, connect),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
    'cache-control': 'no-store',
  };
}
