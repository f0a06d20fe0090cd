import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteMap } from '../../../../main/dumps/byte-map.ts';

it('remembers what was put in last, or nothing', () => {
  const key = fc
    .array(fc.constantFrom(0x61, 0x62), { maxLength: 4 })
    .map((bytes) => Buffer.from([0x7a, ...bytes, 0x7a]));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat()), { maxLength: 60 }), (entries) => {
      const map = new ByteMap<number>(8);
      const expected = new Map<string, number>();
      for (const [bytes, value] of entries) {
        map.set(bytes, 1, bytes.length - 1, value);
        expected.set(bytes.toString(), value);
        expect(map.get(bytes, 1, bytes.length - 1)).toBe(value);
        for (const [text, last] of expected)
          expect([last, undefined]).toContain(map.get(Buffer.from(text), 1, text.length - 1));
      }
    }),
  );
});

it('lets keys go that are very long', () => {
  const map = new ByteMap<number>(8);
  map.set(Buffer.alloc(1000, 1), 0, 1000, 5);
  expect(map.get(Buffer.alloc(1000, 1), 0, 1000)).toBeUndefined();
});
