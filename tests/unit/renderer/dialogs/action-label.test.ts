import { describe, expect, it } from 'vitest';
import { FIJ_SCALE, SIMPLE_SCALE } from '../../../../app/rating-scale.ts';
import { LOCALES } from '../../../../app/settings.ts';
import { actionLabel } from '../../../../renderer/dialogs/action-label.ts';
import { offeredActions } from '../../../../renderer/dialogs/rating-actions.ts';
import { createTranslator } from '../../../../renderer/i18n/translator.ts';
import { ACTION_IDS } from '../../../../renderer/keys/actions.ts';

describe.each(LOCALES)('what actions are called in %s', (locale) => {
  const translator = createTranslator(locale);

  it.each([null, SIMPLE_SCALE, FIJ_SCALE])('no two have one name', (scale) => {
    const labels = ACTION_IDS.map((id) => actionLabel(translator, id, scale));
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  });

  it('one that gives a rating is called by it', () => {
    for (const [at, rating] of FIJ_SCALE.ratings.entries()) {
      const id = ACTION_IDS.find((candidate) => candidate === `rating-${at + 1}`);
      if (id) expect(actionLabel(translator, id, FIJ_SCALE)).toContain(rating.label[locale]);
    }
  });
});

describe('the actions that are offered', () => {
  const ratings = (scale: typeof SIMPLE_SCALE | null) =>
    offeredActions(scale).filter((id) => id.startsWith('rating-'));

  it('give the ratings that the scale has, and none without a project', () => {
    expect(ratings(SIMPLE_SCALE)).toEqual(['rating-1', 'rating-2', 'rating-3']);
    expect(ratings(FIJ_SCALE)).toHaveLength(9);
    expect(ratings(null)).toEqual([]);
  });
});
