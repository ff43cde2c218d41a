import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from '#main/browser/options.ts';

describe('the words behind npm start', () => {
  it.each([
    ['none', [], { folder: null, port: 0, file: null }],
    [
      'a plan, a folder and a port',
      ['--folder', 'Pläne 計画', 'Haushalt 予算.perennial', '--port', '8123'],
      { folder: resolve('Pläne 計画'), port: 8123, file: resolve('Haushalt 予算.perennial') },
    ],
    ['a whole path', ['/p/a b.perennial'], { folder: null, port: 0, file: resolve('/p/a b.perennial') }],
  ])('are understood: %s', (_, args, options) => {
    expect(readOptions(args)).toEqual(options);
  });

  it.each([
    ['two plans', ['a.perennial', 'b.perennial']],
    ['an option that there is not', ['--open', 'a.perennial']],
    ['a port that is none', ['--port', '70000']],
  ])('are refused: %s', (_, args) => {
    expect(readOptions(args)).toBeNull();
  });
});
