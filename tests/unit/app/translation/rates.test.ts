import { describe, expect, it } from 'vitest';
import { conversionsIn } from '../../../../app/text/numbers/conversions.ts';
import {
  conversionsOf,
  type RatePlace,
  rateFindings,
  rateOutliers,
} from '../../../../app/translation/checks/rates.ts';

const story = (id: string, text: string, publishedAt: string | null = '2025-04-12', ordinal = 0) => ({
  id,
  text,
  publishedAt,
  ordinal,
});
const outliers = (...stories: ReturnType<typeof story>[]) => {
  const places = stories.flatMap(conversionsOf);
  return rateOutliers(places).map(({ place, other }) => [place.storyId, other.storyId]);
};

describe('a conversion implies a rate', () => {
  it.each([
    ['12億ドル(約1800億円)', 'USD/JPY', 150],
    ['１２億ドル（約１８００億円）以上', 'USD/JPY', 150],
    ['12億ドル以上(約1800億円)', 'USD/JPY', 150],
    ['1800億円(12億ドル)', 'USD/JPY', 150],
    ['$1.2 billion (about 180 billion yen)', 'USD/JPY', 150],
    ['200万ユーロ、日本円で約3億2000万円', 'EUR/JPY', 160],
    ['€2m ($2.2m)', 'EUR/USD', 1.1],
    ['10億ルーブル(約15億円)', 'RUB/JPY', 1.5],
  ])('%s: %s %d', (text, pair, rate) => {
    const [found] = conversionsIn(`基金は${text}を出した。`);
    expect(found?.pair).toBe(pair);
    expect(found?.rate).toBeCloseTo(rate, 6);
  });

  it.each(['12億ドルと1800億円', '12億ドル(約1800億ドル)', '12億ドルを出した(2025年)', '12億ドル。1800億円'])(
    '%s is none',
    (text) => {
      expect(conversionsIn(text)).toEqual([]);
    },
  );

  it('within what the sum was rounded from', () => {
    const [found] = conversionsIn('1億1000万ドル(約165億円)');
    expect(found?.low).toBeCloseTo(149.545, 3);
    expect(found?.high).toBeCloseTo(150.455, 3);
  });
});

describe('rates are compared across a dump', () => {
  const at150 = story('a', '12億ドル(約1800億円)');
  const at151 = story('b', '12億ドル(約1815億円)');

  it('two that disagree are both pointed out, each with the other', () => {
    expect(outliers(at150, at151)).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
  });
  it('of several, the one that differs', () => {
    expect(outliers(at150, story('c', '2億ドル(約300億円)'), at151).map(([id]) => id)).toEqual(['b']);
  });
  it('those that agree but for rounding are left alone', () => {
    expect(outliers(at150, story('c', '7億ドル(約1051億円)'), story('d', '3億ドル(約5百億円)'))).toEqual([]);
  });
  it('a rate of another season is no other opinion', () => {
    expect(outliers(at150, story('c', '12億ドル(約1200億円)', '2019-04-12'))).toEqual([]);
  });
  it('two currencies are two rates', () => {
    expect(outliers(at150, story('c', '12億ユーロ(約1920億円)'))).toEqual([]);
  });
  it('a sum that stands in a post and its full text counts once', () => {
    expect(conversionsOf(story('a', '12億ドル(約1800億円)。…\n12億ドル(約1800億円)。'))).toHaveLength(1);
  });
  it('whatever their order', () => {
    const places: RatePlace[] = [at150, at151, story('c', '2億ドル(約300億円)')].flatMap(conversionsOf);
    const ids = (list: RatePlace[]) => rateOutliers(list).map(({ place }) => place.storyId);
    expect(ids(places)).toEqual(ids([...places].reverse()));
  });

  it('a finding says both rates and where it stands', () => {
    const survey = {
      conversions: 2,
      bounded: false,
      outliers: rateOutliers([at150, at151].flatMap(conversionsOf)),
    };
    const [found] = rateFindings(at150, survey);
    expect(found).toMatchObject({
      what: 'rate-differs',
      original: { start: 0, end: at150.text.length },
      params: { currencies: 'USD/JPY', rate: 150, otherRate: 151.25, other: '12億ドル(約1815億円)' },
    });
  });
});
