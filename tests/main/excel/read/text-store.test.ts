import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextStore } from '#main/excel/read/text-store.ts';

test('every text comes back as it was kept', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      const store = createTextStore(1024 * 1024);
      const ids = texts.map((text) => store.add(text));
      expect(ids.map((id) => store.get(id))).toEqual(texts);
      expect(store.count()).toBe(texts.length);
    }),
  );
});

test('texts come back across the pages that hold them, empty and larger than a page too', () => {
  const store = createTextStore(64 * 1024 * 1024);
  const texts = ['', 'é'.repeat(1_500_000), 'x', '', '日'.repeat(5_000_000), 'y', ''];
  const ids = texts.map((text) => store.add(text));
  texts.forEach((text, index) => expect(store.get(ids[index] ?? -1) === text).toBe(true));
});

test('more text than the limit is refused', () => {
  const store = createTextStore(8 * 1024 * 1024);
  const fill = () => {
    for (let count = 0; count < 20; count += 1) store.add('x'.repeat(1024 * 1024));
  };
  expect(fill).toThrow(expect.objectContaining({ code: 'too-much-text', details: { limit: 8 } }));
});
