import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyBetween, keysInOrder } from '../../../app/order-key.ts';

describe('keys of an order', () => {
  test('between any two there is room for another, however often that is done', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
        const keys: string[] = [];
        for (const place of places) {
          const at = place % (keys.length + 1);
          keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null));
        }
        expect(keys.toSorted()).toEqual(keys);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.every((key) => /^[0-9a-z]*[1-9a-z]$/u.test(key))).toBe(true);
      }),
    );
  });

  test('many in a row are in order and short', () => {
    const keys = keysInOrder(200);
    expect(keys.toSorted()).toEqual(keys);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(50);
  });
});
