import { z } from 'zod';
import { recordKeySchema } from './id.ts';

/** What a rating comes to: the two words that every scale is mapped to, and the two ways of not answering. */
export const OUTCOMES = ['verified', 'disputed', 'unresolved', 'out-of-scope'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const bilingualSchema = z.object({ en: z.string().min(1), ja: z.string().min(1) });

export const ratingSchema = z.object({
  id: recordKeySchema,
  label: bilingualSchema,
  /** What has to hold for this rating, for the people who rate and for readers of the report. */
  meaning: bilingualSchema,
  outcome: z.enum(OUTCOMES),
});
export type Rating = z.infer<typeof ratingSchema>;

export const ratingScaleSchema = z
  .object({
    id: z.string().min(1),
    name: bilingualSchema,
    /** Who made the scale and what they ask of its users; shown in settings and in reports. */
    credit: z.object({ text: bilingualSchema, url: z.string() }).nullable(),
    ratings: z.array(ratingSchema).min(1),
  })
  .refine((scale) => new Set(scale.ratings.map((rating) => rating.id)).size === scale.ratings.length, {
    message: 'two ratings have the same id',
  });
export type RatingScale = z.infer<typeof ratingScaleSchema>;

/** The scale of a new project. */
export const SIMPLE_SCALE: RatingScale = {
  id: 'simple',
  name: { en: 'Verified / disputed / unresolved', ja: '確認済み・疑義あり・未確定' },
  credit: null,
  ratings: [
    {
      id: 'verified',
      label: { en: 'verified', ja: '確認済み' },
      meaning: { en: 'Independent sources confirm the claim.', ja: '独立した情報源により裏付けが取れた。' },
      outcome: 'verified',
    },
    {
      id: 'disputed',
      label: { en: 'disputed', ja: '疑義あり' },
      meaning: {
        en: 'Sources contradict the claim, or its core.',
        ja: '主張またはその核心が情報源と食い違う。',
      },
      outcome: 'disputed',
    },
    {
      id: 'unresolved',
      label: { en: 'unresolved', ja: '未確定' },
      meaning: {
        en: 'What was found neither confirms nor contradicts the claim.',
        ja: '確認も否定もできていない。',
      },
      outcome: 'unresolved',
    },
  ],
};

/**
 * The nine ratings of FactCheck Initiative Japan (https://fij.info/introduction/rating), glosses and condensed
 * meanings ours. Not ordinal. 誤り and 虚偽 differ in one thing: 虚偽 alleges that the speaker knew; a person
 * alone may choose it.
 */
export const FIJ_SCALE: RatingScale = {
  id: 'fij',
  name: { en: 'FactCheck Initiative Japan (9 ratings)', ja: 'ファクトチェック・イニシアティブ(FIJ)9段階' },
  credit: {
    text: {
      en: 'Ratings of FactCheck Initiative Japan. FIJ asks users of its scale to say so and to notify it.',
      ja: 'FIJのレーティング基準による。利用する場合はその旨を明記し、FIJに連絡するよう求められている。',
    },
    url: 'https://fij.info/introduction/rating',
  },
  ratings: [
    rating(
      'accurate',
      'accurate',
      '正確',
      'verified',
      'No factual error, and nothing important is missing.',
      '事実の誤りがなく、重要な要素が欠けていない。',
    ),
    rating(
      'mostly-accurate',
      'mostly accurate',
      'ほぼ正確',
      'verified',
      'Inexact in part; the core is correct.',
      '一部は不正確だが、主要な部分・根幹に誤りはない。',
    ),
    rating(
      'misleading',
      'misleading',
      'ミスリード',
      'disputed',
      'Not literally false, but framing or omission misleads.',
      '一見事実と異なることは言っていないが、釣り見出しや重要な事実の欠落などにより、誤解の余地が大きい。',
    ),
    rating(
      'inaccurate',
      'inaccurate',
      '不正確',
      'disputed',
      'Right and wrong are mixed; inaccurate as a whole.',
      '正確な部分と不正確な部分が混じっていて、全体として正確性が欠如している。',
    ),
    rating(
      'unsubstantiated',
      'unsubstantiated',
      '根拠不明',
      'unresolved',
      'Cannot be shown wrong, but has little or no evidence.',
      '誤りと証明できないが、証拠・根拠がないか非常に乏しい。',
    ),
    rating(
      'false',
      'false',
      '誤り',
      'disputed',
      'All of it, or its core, is wrong.',
      '全て、もしくは根幹部分に事実の誤りがある。',
    ),
    rating(
      'deliberately-false',
      'deliberately false',
      '虚偽',
      'disputed',
      'All of it, or its core, is wrong, and was strongly suspected to be known to be wrong.',
      '全て、もしくは根幹部分に事実の誤りがあり、事実でないと知りながら伝えた疑いが濃厚である。',
    ),
    rating(
      'reserved',
      'judgement reserved',
      '判定留保',
      'unresolved',
      'Hard to prove; neither likely nor excluded.',
      '真偽を証明することが困難で、誤りの可能性が強くも否定もできない。',
    ),
    rating(
      'out-of-scope',
      'out of scope',
      '検証対象外',
      'out-of-scope',
      'An opinion or a subjective view, whose truth cannot be checked.',
      '意見や主観的な認識・評価に関することであり、真偽を証明・解明できる事柄ではない。',
    ),
  ],
};

export const BUILT_IN_SCALES: readonly RatingScale[] = [SIMPLE_SCALE, FIJ_SCALE];

function rating(
  id: string,
  en: string,
  ja: string,
  outcome: Outcome,
  meaningEn: string,
  meaningJa: string,
): Rating {
  return { id, label: { en, ja }, meaning: { en: meaningEn, ja: meaningJa }, outcome };
}

export function findRating(scale: RatingScale, ratingId: string | null): Rating | null {
  return scale.ratings.find((candidate) => candidate.id === ratingId) ?? null;
}

/** The rating that stands first for an outcome: what the one-key verdicts `v` and `d` give. */
export function firstRatingOf(scale: RatingScale, outcome: Outcome): Rating | null {
  return scale.ratings.find((candidate) => candidate.outcome === outcome) ?? null;
}
