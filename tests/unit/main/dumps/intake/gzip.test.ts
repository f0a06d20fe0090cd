import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containerOf } from '../../../../../main/dumps/intake/intake.ts';
import { LIMITS } from '../../../../../main/dumps/intake/limits.ts';
import { codesOf, fileOf, type Taken, take } from './support.ts';

const textOf = (taken: Taken) => taken.entries.map(({ text }) => text).join('');
const lines = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `line ${from + index} 港の話 ${(from + index) ** 3}\n`).join(
    '',
  );
const takeText = (bytes: Uint8Array) => take(fileOf(bytes, 'dump.txt.gz'), { encoding: 'utf-8' });

describe('a gzip file', () => {
  it('is what was packed, in any number of members', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 6 }),
        async (texts) => {
          const whole = texts.join('');
          fc.pre(whole !== '');
          const taken = await takeText(Buffer.concat(texts.map((text) => gzipSync(text))));
          expect(taken.entries.map(({ name, text }) => [name, text])).toEqual([['dump.txt', whole]]);
          expect(taken.problems).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
    expect(await containerOf(fileOf(gzipSync('text')))).toBe('gzip');
  });

  it('cut anywhere gives the beginning of what was packed, and says so', async () => {
    const bytes = Buffer.concat([gzipSync(lines(0, 40)), gzipSync(lines(40, 40))]);
    const whole = lines(0, 80);
    const border = gzipSync(lines(0, 40)).length;
    for (let length = 3; length < bytes.length; length++) {
      const taken = await takeText(bytes.subarray(0, length));
      expect(whole.startsWith(textOf(taken).replace(/\ufffd+$/, '')), `${length}`).toBe(true);
      const truncated = { code: 'entry-truncated', params: { entry: 'dump.txt.gz', byte: length } };
      if (length === border) expect(taken.problems).toEqual([]);
      else if (length > 20) expect(taken.problems).toContainEqual(truncated);
    }
  });

  it('may have zeros behind it', async () => {
    const taken = await takeText(Buffer.concat([gzipSync('text'), Buffer.alloc(5000)]));
    expect([textOf(taken), taken.problems]).toEqual(['text', []]);
    const more = Buffer.concat([gzipSync('text'), Buffer.alloc(5000), gzipSync(' and more')]);
    expect(textOf(await takeText(more))).toBe('text and more');
  });

  it('with something else behind it or between its members gives all members', async () => {
    const first = gzipSync(lines(0, 2000));
    const bytes = Buffer.concat([first, Buffer.from('no gzip at all'), gzipSync(lines(2000, 2000))]);
    const taken = await takeText(bytes);
    expect(textOf(taken)).toBe(lines(0, 4000));
    expect(taken.problems).toEqual([
      {
        code: 'entry-damaged',
        params: { entry: 'dump.txt.gz', unit: 'byte', position: first.length, detail: 'gzip' },
      },
    ]);
  });

  it('loses no more than a member to damage, and nothing twice', async () => {
    const members = Array.from({ length: 30 }, (_, index) => gzipSync(lines(index * 50, 50)));
    const bytes = Buffer.concat(members);
    const starts = members.map((_, index) => Buffer.concat(members.slice(0, index)).length);
    await fc.assert(
      fc.asyncProperty(fc.nat(members.length - 1), fc.nat(), async (member, at) => {
        const damaged = Buffer.from(bytes);
        const start = (starts[member] as number) + 10 + (at % ((members[member] as Buffer).length - 30));
        damaged.fill(0xff, start, start + 20);
        const taken = await takeText(damaged);
        const text = textOf(taken);
        expect(codesOf(taken)[0]).toBe('entry-damaged');
        expect(text.startsWith(lines(0, member * 50))).toBe(true);
        expect(text.endsWith(lines((member + 1) * 50, (members.length - member - 1) * 50))).toBe(true);
        expect(text.length).toBeLessThan(lines(0, 1500).length + 20_000);
      }),
      { numRuns: 40 },
    );
  });

  it('damaged anywhere never stops the rest of the program', async () => {
    const whole = Buffer.concat([gzipSync(lines(0, 9)), gzipSync('text')]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] as number) ^ bits;
        await takeText(bytes);
      }),
      { numRuns: 150 },
    );
  });

  it('unpacks no further than the limits', async () => {
    const bytes = gzipSync('a'.repeat(1_000_000));
    const limits = { ...LIMITS, entryFloor: 5000, entryRatio: 1 };
    const taken = await take(fileOf(bytes, 'bomb.gz'), { limits });
    expect(textOf(taken)).toBe('a'.repeat(5000));
    expect(taken.problems).toEqual([{ code: 'entry-too-large', params: { entry: 'bomb.gz', limit: 5000 } }]);
  });
});
