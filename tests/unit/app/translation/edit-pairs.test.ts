import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PairRanges } from '../../../../app/translation/align.ts';
import { align } from '../../../../app/translation/align.ts';
import type { Alignment } from '../../../../app/translation/alignment.ts';
import { currentPairs } from '../../../../app/translation/current-pairs.ts';
import { join, type Pairs, shift, split, suggestedCut } from '../../../../app/translation/edit-pairs.ts';
import { type Bilingual, bilingual } from './bilingual.ts';

const lettersOf = (text: string, pairs: Pairs, side: keyof PairRanges) =>
  pairs
    .flatMap((pair) => pair[side])
    .map(({ start, end }) => text.slice(start, end))
    .join('')
    .replace(/\s/gu, '');

/** Monotone and total: the sides, read in order, say what they said. */
function keepsBothSides(text: string, before: Pairs, after: Pairs) {
  for (const side of ['original', 'translation'] as const) {
    expect(lettersOf(text, after, side)).toBe(lettersOf(text, before, side));
    const ranges = after.flatMap((pair) => pair[side]);
    for (const [index, { start, end }] of ranges.entries()) {
      expect(start).toBeLessThan(end);
      expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
    }
  }
  for (const { original, translation } of after)
    expect(original.length + translation.length).toBeGreaterThan(0);
}

const step = fc.record({
  what: fc.constantFrom('join', 'split', 'up', 'down'),
  at: fc.nat(12),
  side: fc.constantFrom('original' as const, 'translation' as const),
  position: fc.option(fc.nat(200)),
});

function edited(given: Bilingual, steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]) {
  let pairs: Pairs = align(given).map(({ original, translation }) => ({ original, translation }));
  for (const { what, at, side, position } of steps) {
    const index = at % Math.max(1, pairs.length);
    const pair = pairs[index];
    if (!pair) continue;
    const before = pairs;
    if (what === 'join') pairs = join(pairs, index);
    else if (what === 'split')
      pairs = split(given.text, pairs, index, suggestedCut(given.text, pair, position));
    else pairs = shift(pairs, index, side, what === 'up' ? -1 : 1);
    keepsBothSides(given.text, before, pairs);
  }
  return pairs;
}

function stored(text: string, pairs: Pairs): Alignment {
  const quoted = ({ start, end }: { start: number; end: number }) => ({
    start,
    end,
    quote: text.slice(start, end),
  });
  return {
    storyKey: 'd/s',
    by: 'Ito',
    at: '2025-02-08T10:30:00.000Z',
    pairs: pairs.map(({ original, translation }) => ({
      original: original.map(quoted),
      translation: translation.map(quoted),
    })),
  };
}

const ranges = (pairs: Pairs) =>
  pairs.map(({ original, translation }) => ({ original: [...original], translation: [...translation] }));

describe('pairs that a person edits', () => {
  it('stay monotone and total, whatever is done to them', () => {
    fc.assert(
      fc.property(bilingual, fc.array(step, { maxLength: 6 }), (given, steps) => {
        edited(given, steps);
      }),
      { numRuns: 80 },
    );
  });

  it('stand as they were made when they are read again from the same text', () => {
    fc.assert(
      fc.property(bilingual, fc.array(step, { maxLength: 5 }), (given, steps) => {
        const pairs = edited(given, steps);
        const again = currentPairs(given, stored(given.text, pairs));
        expect(ranges(again.pairs)).toEqual(ranges(pairs));
        expect(again).toMatchObject({ edited: true, lost: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('are kept where their words still stand in a text that changed; the rest is aligned anew', () => {
    fc.assert(
      fc.property(bilingual, bilingual, (then, now) => {
        const alignment = stored(then.text, align(then));
        const found = currentPairs(now, alignment);
        keepsBothSides(now.text, [{ original: now.original, translation: now.translation }], found.pairs);
        expect(found.lost).toBeLessThanOrEqual(alignment.pairs.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('joining and splitting', () => {
  const text = 'The pier is old. It is shut.\n\n桟橋は古い。閉鎖中だ。';
  const given = {
    text,
    original: [
      { start: 0, end: 16 },
      { start: 17, end: 28 },
    ],
    translation: [
      { start: 30, end: 36 },
      { start: 36, end: 41 },
    ],
  };
  const words = (pairs: Pairs) =>
    pairs.map((pair) =>
      [pair.original, pair.translation].map((side) => side.map(({ start, end }) => text.slice(start, end))),
    );
  const one: Pairs = [given];

  it('a joined pair comes apart at the sentence that a person chose', () => {
    const cut = suggestedCut(text, given, 17);
    expect(words(split(text, one, 0, cut))).toEqual([
      [['The pier is old.'], ['桟橋は古い。']],
      [['It is shut.'], ['閉鎖中だ。']],
    ]);
  });
  it('a sentence is cut where the selection begins', () => {
    const pairs = split(text, one, 0, { original: 4, translation: 30 });
    expect(words(pairs)).toEqual([
      [['The'], []],
      [
        ['pier is old.', 'It is shut.'],
        ['桟橋は古い。', '閉鎖中だ。'],
      ],
    ]);
  });
  it('a pair of single sentences comes apart into what is missing and what is added', () => {
    const pair = { original: given.original.slice(0, 1), translation: given.translation.slice(0, 1) };
    const apart = split(text, [pair], 0, suggestedCut(text, pair, null));
    expect(apart.map(({ original, translation }) => [original.length, translation.length]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
  it('a sentence moves to the pair before or behind, which is made where there is none', () => {
    expect(words(shift(one, 0, 'translation', -1))).toEqual([
      [[], ['桟橋は古い。']],
      [['The pier is old.', 'It is shut.'], ['閉鎖中だ。']],
    ]);
    const apart = shift(one, 0, 'translation', 1);
    expect(words(shift(apart, 1, 'translation', -1))).toEqual(words(one));
  });
});
