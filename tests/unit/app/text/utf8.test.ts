import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8Length, utf16Places } from '../../../../app/text/utf8.ts';

const encoder = new TextEncoder();

describe('UTF-8', () => {
  it('has as many bytes as an encoder writes, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '港', '🐟', '\ud83d', '\udc1f') }), (text) => {
        expect(utf8Length(text)).toBe(encoder.encode(text).length);
      }),
    );
  });

  it('has its places between characters in the text, and no others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = encoder.encode(text);
        const places = utf16Places(
          text,
          Array.from({ length: bytes.length + 2 }, (_, byte) => byte),
        );
        expect(places.size).toBe([...text].length + 1);
        for (const [byte, unit] of places)
          expect(encoder.encode(text.slice(0, unit))).toEqual(bytes.slice(0, byte));
      }),
    );
  });
});
