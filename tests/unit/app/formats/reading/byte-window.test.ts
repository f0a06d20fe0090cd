import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWindow } from '../../../../../app/formats/reading/byte-window.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('a window on bytes', () => {
  it('shows them where they stand, whatever the chunks and what was let go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.tuple(fc.nat(40), fc.nat(40))),
        async (all, size, steps) => {
          const window = new ByteWindow(pieces(all, size));
          let at = 0;
          for (const [step, length] of steps) {
            at += step;
            window.forget(at);
            const isThere = await window.has(at, length);
            expect(isThere).toBe(at + length <= all.length);
            if (isThere) expect(window.bytes(at, length)).toEqual(all.subarray(at, at + length));
            if (isThere && length > 0) expect(window.byte(at)).toBe(all[at]);
          }
        },
      ),
    );
  });
});
