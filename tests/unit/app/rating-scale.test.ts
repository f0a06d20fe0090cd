import { describe, expect, test } from 'vitest';
import { emptyProject } from '../../../app/project.ts';
import {
  BUILT_IN_SCALES,
  FIJ_SCALE,
  findRating,
  firstRatingOf,
  ratingScaleSchema,
  SIMPLE_SCALE,
} from '../../../app/rating-scale.ts';

describe('rating scales', () => {
  test('FIJ has nine ratings, with these outcomes, in this order', () => {
    expect(FIJ_SCALE.ratings.map(({ label, outcome }) => `${label.ja} ${outcome}`)).toEqual([
      '正確 verified',
      'ほぼ正確 verified',
      'ミスリード disputed',
      '不正確 disputed',
      '根拠不明 unresolved',
      '誤り disputed',
      '虚偽 disputed',
      '判定留保 unresolved',
      '検証対象外 out-of-scope',
    ]);
  });

  test('誤り and 虚偽 are not swapped: only the second alleges that the speaker knew', () => {
    expect(findRating(FIJ_SCALE, 'false')?.label).toEqual({ ja: '誤り', en: 'false' });
    expect(findRating(FIJ_SCALE, 'deliberately-false')?.label).toEqual({
      ja: '虚偽',
      en: 'deliberately false',
    });
    const alleging = FIJ_SCALE.ratings.filter(({ meaning }) => meaning.ja.includes('知りながら'));
    expect(alleging.map(({ id }) => id)).toEqual(['deliberately-false']);
    expect(alleging[0]?.meaning.en).toMatch(/known/u);
    expect(findRating(FIJ_SCALE, 'false')?.meaning.en).not.toMatch(/know/u);
  });

  test('no key that stands for an outcome alleges intent', () => {
    expect(firstRatingOf(FIJ_SCALE, 'disputed')?.id).not.toBe('deliberately-false');
    expect(firstRatingOf(FIJ_SCALE, 'verified')?.id).toBe('accurate');
    expect(firstRatingOf(SIMPLE_SCALE, 'out-of-scope')).toBeNull();
  });

  test('a new project has the simplest scale', () => {
    expect(emptyProject('p', '', '2025-02-08T00:00:00Z').scale).toBe(SIMPLE_SCALE);
    expect(SIMPLE_SCALE.ratings.map(({ id }) => id)).toEqual(['verified', 'disputed', 'unresolved']);
  });

  test('built-in scales are valid, and one with the same rating twice is not', () => {
    for (const scale of BUILT_IN_SCALES) expect(ratingScaleSchema.parse(scale)).toEqual(scale);
    const twice = { ...SIMPLE_SCALE, ratings: [...SIMPLE_SCALE.ratings, ...SIMPLE_SCALE.ratings] };
    expect(ratingScaleSchema.safeParse(twice).success).toBe(false);
  });
});
