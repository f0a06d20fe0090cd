import type { Story } from '../../story.ts';
import type { Range } from '../../text/boundaries.ts';
import { dayOfIso } from '../../text/dates.ts';
import { conversionsIn } from '../../text/numbers/conversions.ts';
import type { PlacedFinding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';

/** A conversion in a dump: 200億ドル(約3兆303億円), and the rate that it implies. */
export interface RatePlace extends Range {
  ordinal: number;
  storyId: string;
  /** Days since 1970-01-01; null where the story has no date. */
  day: number | null;
  quote: string;
  /** `USD/JPY`: how many yen a dollar is. */
  pair: string;
  rate: number;
  /** The rates between which it lies, since the sum was rounded. */
  low: number;
  high: number;
}

/** A conversion at another rate than the dump has elsewhere, and one of those it differs from. */
export interface RateOutlier {
  place: RatePlace;
  other: RatePlace;
  /** Conversions of the same two currencies in those weeks. */
  among: number;
}

/** What a dump's conversions come to. */
export interface RateSurvey {
  conversions: number;
  outliers: RateOutlier[];
  /** There were more conversions than are compared. */
  bounded: boolean;
}

/** So many conversions of a dump are compared. */
export const MOST_CONVERSIONS = 2000;
/** Days within which two rates are compared: markets move. */
const WEEKS = 31;
/** A gap between what two sums may have been rounded from, as a share of the rate, that is worth a look. */
const GAP = 0.001;

/**
 * Finds stories that may convert something, as an RE2 expression: a sum of money in brackets. Far quicker than reading
 * every story; `conversionsOf` decides.
 */
export const CONVERSION_PATTERN =
  '[(（](?:約|およそ|日本円で|about |some |around |roughly )*(?:[$€£¥][0-9０-９]|[0-9０-９][0-9０-９,.，．千万億兆 ]*(?:円|ドル|ユーロ|ポンド|元|ウォン|ルーブル|フラン|yen|dollars?|euros?|pounds?|yuan|won|rou?bles?|million|billion|trillion))';

/** The conversions of a story; what stands there twice, as in a post and its full text, counts once. */
export function conversionsOf(story: Pick<Story, 'id' | 'ordinal' | 'publishedAt' | 'text'>): RatePlace[] {
  const seen = new Set<string>();
  return conversionsIn(story.text).flatMap(({ start, end, pair, rate, low, high }) => {
    const quote = story.text.slice(start, end);
    if (seen.has(quote)) return [];
    seen.add(quote);
    const day = story.publishedAt === null ? null : dayOfIso(story.publishedAt);
    return { ordinal: story.ordinal, storyId: story.id, day, start, end, quote, pair, rate, low, high };
  });
}

/** The conversions that disagree with the middle one of their weeks; of two that disagree, both. */
export function rateOutliers(places: readonly RatePlace[]): RateOutlier[] {
  const byRate = [...places].sort((a, b) => a.rate - b.rate);
  return places.flatMap((place) => {
    const near = byRate.filter((other) => other.pair === place.pair && sameWeeks(place, other));
    const middle =
      near.length === 2 ? near.find((other) => other !== place) : near[Math.floor(near.length / 2)];
    if (!middle || middle === place || !disagree(place, middle)) return [];
    return { place, other: middle, among: near.length };
  });
}

/** The outliers of one story as findings, those that a person may have to do something about in its translation. */
export function rateFindings(
  story: Pick<Story, 'id' | 'text'>,
  survey: RateSurvey,
): (PlacedFinding & RateOutlier)[] {
  return survey.outliers
    .filter(({ place }) => place.storyId === story.id && story.text.startsWith(place.quote, place.start))
    .map((outlier) => {
      const { place, other } = outlier;
      const range = { start: place.start, end: place.end };
      return {
        ...outlier,
        id: fingerprint(JSON.stringify(['rate-differs', place.quote, other.quote])),
        check: 'rates',
        what: 'rate-differs',
        params: {
          currencies: place.pair,
          rate: shown(place.rate),
          otherRate: shown(other.rate),
          other: other.quote,
        },
        original: range,
        translation: null,
        note: 'nuance',
        suggestion: '',
      };
    });
}

/** Four or five digits tell rates apart. */
function shown(rate: number): number {
  return Number(rate.toPrecision(rate >= 100 ? 5 : 4));
}

function sameWeeks(one: RatePlace, other: RatePlace): boolean {
  return one.day === null || other.day === null || Math.abs(one.day - other.day) <= WEEKS;
}

function disagree(one: RatePlace, other: RatePlace): boolean {
  return Math.max(one.low, other.low) - Math.min(one.high, other.high) > GAP * one.rate;
}
