import { describe, expect, test, vi } from 'vitest';
import { makeDroppedFile } from '#renderer/transport/dropped-file.ts';

const file = new File(['x'], 'Plan 計画.perennial');

describe('a file dropped on the page', () => {
  test('is handed to the desktop’s preload as the file that it is, and a token comes back', async () => {
    const fileToken = vi.fn(() => Promise.resolve('token-1'));
    expect(await makeDroppedFile({ perennial: { host: 'desktop', fileToken } })(file)).toBe('token-1');
    expect(fileToken.mock.calls).toEqual([[file]]);
  });

  test('has no token in a browser', async () => {
    expect(await makeDroppedFile({})(file)).toBeNull();
  });

  test.each([
    ['lies nowhere', () => Promise.resolve(null)],
    ['is answered with something else', () => Promise.resolve({ path: '/secret' })],
    ['cannot be asked for', () => Promise.reject(new Error('gone'))],
  ])('has no token when it %s', async (_, fileToken) => {
    expect(await makeDroppedFile({ perennial: { fileToken } })(file)).toBeNull();
  });
});
