import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentPolicy, makeNonce, pageHeaders } from '#main/page/content-policy.ts';
import { findPageFile, readPageFiles } from '#main/page/page-files.ts';

describe('the files of the page', () => {
  it('serves what was built and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'perennial-page-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
    await writeFile(join(folder, 'assets', 'main.js'), 'start()');
    await writeFile(join(folder, 'assets', 'main.js.map'), '{}');
    const files = await readPageFiles(folder);
    expect([...files.keys()].toSorted()).toEqual(['/assets/main.js', '/index.html']);
    expect(findPageFile(files, '/assets/main.js', 'n')?.type).toBe('text/javascript; charset=utf-8');
    expect(findPageFile(files, '/../package.json', 'n')).toBeUndefined();
    const page = findPageFile(files, '/', 'abc123');
    expect(new TextDecoder().decode(page?.body)).toBe('<meta name="csp-nonce" content="abc123">');
  });
});

describe('the content policy', () => {
  it('allows own scripts, styles by nonce, and requests only to the loopback host', () => {
    expect(contentPolicy('n1', 'none')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-n1'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(contentPolicy('n1', 'self')).toContain("connect-src 'self';");
    expect(contentPolicy('n1', 'self')).not.toMatch(/unsafe|\*|http/);
  });

  it('makes a new nonce for each load', () => {
    const nonces = new Set(Array.from({ length: 50 }, makeNonce));
    expect(nonces.size).toBe(50);
    expect(Buffer.from([...nonces][0] ?? '', 'base64')).toHaveLength(18);
  });

  it('goes with headers that keep the page from being read or framed elsewhere', () => {
    expect(pageHeaders('n', 'self')).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
});
