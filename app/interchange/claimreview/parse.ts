import { z } from 'zod';
import { STANCES } from '../../evidence.ts';
import type { SetEvidence, SetStory } from '../annotation-set.ts';
import type { Reading } from '../format.ts';
import { type Files, filesEnding, fits, jsonIn, manyOf } from '../reading.ts';
import { STORY_ID } from './review.ts';

const words = z.string().default('');
const agent = z.union([z.string(), z.looseObject({ name: words }).transform(({ name }) => name)]);

const citationSchema = z.looseObject({
  identifier: words,
  name: words,
  url: words,
  keywords: words,
  archivedAt: z
    .union([
      z.string().transform((url) => ({ url, dateCreated: '' })),
      z.looseObject({ url: words, dateCreated: words }),
    ])
    .default({ url: '', dateCreated: '' }),
  comment: z.looseObject({ text: words }).default({ text: '' }),
  publisher: agent.default(''),
  datePublished: words,
  text: words,
  associatedMedia: z.looseObject({ name: z.string(), sha256: z.string() }).nullable().default(null),
});

const appearanceSchema = z.looseObject({
  identifier: z.unknown().optional(),
  inLanguage: z.string().default('und'),
  url: z.string().nullable().default(null),
  publisher: z
    .looseObject({ name: words, alternateName: z.string().nullable().default(null) })
    .nullable()
    .default(null),
  datePublished: z.string().nullable().default(null),
});

const reviewSchema = z.looseObject({
  '@type': z.literal('ClaimReview'),
  identifier: words,
  url: z.string(),
  dateCreated: z.string().optional(),
  datePublished: words,
  author: agent.default(''),
  claimReviewed: z.string(),
  reviewRating: z
    .looseObject({ identifier: z.string().optional(), alternateName: z.string().optional() })
    .nullable()
    .default(null),
  reviewBody: words,
  itemReviewed: z
    .looseObject({ text: words, author: agent.default(''), appearance: appearanceSchema.optional() })
    .optional(),
  isBasedOn: z.unknown().optional(),
  citation: manyOf(citationSchema),
});

/** Reads files of ClaimReview, one or several in each. What is none is passed over: pages hold other things as well. */
export function parse(files: Files): Reading {
  const stories = new Map<string, SetStory>();
  const problems: Reading['problems'] = [];
  for (const file of [...filesEnding(files, '.jsonld'), ...filesEnding(files, '.json')]) {
    const content = jsonIn(file, files.get(file) as string, z.unknown());
    for (const found of reviewsIn(content)) add(stories, fits(file, found, reviewSchema));
  }
  return { set: { stories: [...stories.values()], tags: [], ratings: [] }, problems };
}

function add(stories: Map<string, SetStory>, review: z.infer<typeof reviewSchema>): void {
  const { itemReviewed, reviewRating } = review;
  const appearance = itemReviewed?.appearance;
  const ownKey = storyIn(appearance?.identifier);
  const key = ownKey ?? (appearance?.url || review.url);
  const source = appearance?.publisher ?? null;
  const story = stories.get(key) ?? {
    key,
    text: null,
    lang: appearance?.inLanguage ?? 'und',
    source: source && { name: source.name, handle: source.alternateName },
    publishedAt: appearance?.datePublished ?? null,
    link: appearance?.url ?? null,
    claims: [],
    taggings: [],
    notes: [],
  };
  stories.set(key, story);
  story.claims.push({
    id: review.identifier || review.url,
    spans: [],
    wording: ownKey === null ? review.claimReviewed : (itemReviewed?.text ?? ''),
    claimant: itemReviewed?.author ?? '',
    ratingId: reviewRating?.identifier ?? reviewRating?.alternateName ?? null,
    rationale: review.reviewBody,
    evidence: review.citation.map(evidenceOf),
    carriedFrom: ownKey === null ? null : basisOf(review.isBasedOn),
    by: review.author,
    at: review.dateCreated ?? (ownKey === null ? review.datePublished : ''),
  });
}

/** The review of another claim of ours that one was taken over from. */
function basisOf(basis: unknown): string | null {
  const { identifier } = (basis ?? {}) as { identifier?: unknown };
  return typeof identifier === 'string' && identifier !== '' ? identifier : null;
}

function evidenceOf(citation: z.infer<typeof citationSchema>): SetEvidence {
  return {
    id: citation.identifier || citation.url,
    // What a review cites without saying what for is context.
    stance: STANCES.find((known) => known === citation.keywords) ?? 'context',
    title: citation.name,
    url: citation.url,
    archiveUrl: citation.archivedAt.url,
    capturedAt: citation.archivedAt.dateCreated,
    publisher: citation.publisher,
    publishedAt: citation.datePublished,
    quote: citation.text,
    reliability: citation.comment.text,
    file: citation.associatedMedia && {
      name: citation.associatedMedia.name,
      sha256: citation.associatedMedia.sha256,
    },
    story: null,
  };
}

/** The story that a review of ours names. */
function storyIn(identifier: unknown): string | null {
  const { propertyID, value } = (identifier ?? {}) as { propertyID?: unknown; value?: unknown };
  return propertyID === STORY_ID && typeof value === 'string' ? value : null;
}

function reviewsIn(content: unknown): unknown[] {
  if (Array.isArray(content)) return content.flatMap(reviewsIn);
  const { '@graph': graph, '@type': type } = (content ?? {}) as Record<string, unknown>;
  if (graph !== undefined) return reviewsIn(graph);
  return type === 'ClaimReview' ? [content] : [];
}
