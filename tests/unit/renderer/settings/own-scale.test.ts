import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../app/apply.ts';
import { FIJ_SCALE, ratingScaleSchema, SIMPLE_SCALE } from '../../../../app/rating-scale.ts';
import { turned } from '../../../../renderer/keys/turned.ts';
import { draftFrom, moved, newRating, scaleOf } from '../../../../renderer/settings/own-scale.ts';
import { isComplete, plainMapping, usedRatings } from '../../../../renderer/settings/scale-mapping.ts';
import { startProject } from '../../app/random-commands.ts';

describe('a scale of the project’s own', () => {
  it('is a scale as soon as everything has a name in one language', () => {
    const words = fc.record({
      en: fc.constantFrom('', ' ', 'half true'),
      ja: fc.constantFrom('', '半分正しい'),
    });
    fc.assert(
      fc.property(words, fc.array(fc.tuple(words, words), { maxLength: 3 }), (name, ratings) => {
        const draft = {
          name,
          ratings: ratings.map(([label, meaning], n) => ({ ...newRating(`r${n}`), label, meaning })),
        };
        const named = ({ en, ja }: typeof name) => en.trim() !== '' || ja !== '';
        const scale = scaleOf(draft, 'own');
        expect(scale !== null).toBe(
          ratings.length > 0 && named(name) && ratings.every(([label]) => named(label)),
        );
        if (scale) expect(ratingScaleSchema.parse(scale)).toEqual(scale);
      }),
    );
  });

  it('made of another one is that one, and moving a rating loses none', () => {
    for (const scale of [SIMPLE_SCALE, FIJ_SCALE])
      expect(scaleOf(draftFrom(scale), scale.id)).toEqual({ ...scale, credit: null });
    const { ratings } = draftFrom(FIJ_SCALE);
    fc.assert(
      fc.property(fc.nat(8), fc.constantFrom<1 | -1>(1, -1), (at, by) => {
        const id = ratings[at]?.id ?? '';
        const after = moved(ratings, id, by);
        expect([...after].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          [...ratings].sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
        const inside = at + by >= 0 && at + by < ratings.length;
        expect(after.findIndex((rating) => rating.id === id)).toBe(inside ? at + by : at);
      }),
    );
  });

  it('keeps the verdicts that it still has, and asks about those that it does not', () => {
    const start = startProject();
    const [claim] = [...start.claims.keys()];
    if (claim === undefined) throw new Error('the start has a claim');
    const rated = apply(start, {
      type: 'claim.edit',
      claimId: claim,
      changes: { ratingId: 'disputed' },
    }).project;
    const draft = draftFrom(SIMPLE_SCALE);
    const own = scaleOf(
      {
        ...draft,
        ratings: [...draft.ratings, { ...newRating('x'), label: { en: 'x', ja: '' }, outcome: 'disputed' }],
      },
      'own',
    );
    const without = scaleOf(
      { ...draft, ratings: draft.ratings.filter(({ id }) => id !== 'disputed') },
      'own',
    );
    if (!own || !without) throw new Error('both are whole');
    const used = usedRatings(rated);
    expect(plainMapping(used, own)).toEqual({ disputed: 'disputed' });
    expect(isComplete(used, without, plainMapping(used, without))).toBe(false);
  });
});

describe('keys in lines from top to bottom', () => {
  it('go along the line and to the next one as the lines do', () => {
    expect(turned('ArrowDown')).toBe('ArrowRight');
    expect(turned('Shift+ArrowUp')).toBe('Shift+ArrowLeft');
    expect(turned('ArrowLeft')).toBe('ArrowDown');
    expect(turned('Mod+ArrowRight')).toBe('Mod+ArrowUp');
    expect(turned('Shift+x')).toBe('Shift+x');
    expect(new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'].map(turned)).size).toBe(4);
  });
});
