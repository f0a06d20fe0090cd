import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Guids, guidOf, normalGuid } from '../../../../app/interchange/refi/guids.ts';
import { isPlain, restoredText, unified } from '../../../../app/interchange/refi/line-ends.ts';
import { sha1 } from '../../../../app/interchange/refi/sha1.ts';

describe('SHA-1', () => {
  it('is what others compute', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 }).map((words) => words.toWellFormed());
    fc.assert(
      fc.property(text, (words) => {
        expect(Buffer.from(sha1(words)).toString('hex')).toBe(createHash('sha1').update(words).digest('hex'));
      }),
    );
    for (const length of [55, 56, 63, 64, 65, 119, 120])
      expect(Buffer.from(sha1('a'.repeat(length))).toString('hex')).toBe(
        createHash('sha1').update('a'.repeat(length)).digest('hex'),
      );
  });
});

describe('a GUID', () => {
  it('is a UUID of version 5, always the same for the same name', () => {
    expect(guidOf('tag', '港')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
    );
    expect(guidOf('tag', '港')).toBe(guidOf('tag', '港'));
    expect(guidOf('a', 'bc')).not.toBe(guidOf('ab', 'c'));
  });

  it('is the id itself where that is one, and else remembers it', () => {
    const [guids, id] = [new Guids(), '3d1f6a52-9c1e-4a7b-8d55-0b6f2c9e7a10'];
    expect(guids.of('tag', id)).toBe(id);
    expect(guids.of('claim', id)).not.toBe(id);
    const other = guids.of('tag', id.toUpperCase());
    expect([...guids.ids.values()]).toEqual([id, id.toUpperCase()]);
    expect(guids.ids.get(other)).toBe(id.toUpperCase());
    expect(normalGuid(`{${id.toUpperCase()}}`)).toBe(id);
  });
});

describe('line ends', () => {
  const text = fc
    .array(fc.constantFrom('\r\n', '\n', '\r', 'a', '😀', '港', '\u2028'), { maxLength: 20 })
    .map((parts) => parts.join(''));

  it('come back as they were', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: written, ends } = unified(original);
        expect(written).not.toContain('\r');
        expect(restoredText(written, ends)).toBe(original);
        expect(isPlain(ends)).toBe(written === original);
      }),
    );
  });

  it('move places, each there and back', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: written, fromOriginal, toOriginal } = unified(original);
        for (let at = 0; at <= original.length; at += 1) {
          if (original[at - 1] === '\r' && original[at] === '\n') continue;
          expect(original.slice(0, at).replaceAll(/\r\n?/gu, '\n')).toBe(written.slice(0, fromOriginal(at)));
          expect(toOriginal(fromOriginal(at))).toBe(at);
        }
      }),
    );
  });

  it('of another text are none of this one', () => {
    expect(restoredText('a\nb', 'C2')).toBeNull();
    expect(restoredText('a\nb', 'X1')).toBeNull();
  });
});
