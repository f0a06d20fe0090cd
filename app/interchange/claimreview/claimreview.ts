import type { AnnotationSet, SetOrigin } from '../annotation-set.ts';
import type { Interchange, OutFile } from '../format.ts';
import { serial } from '../reading.ts';
import { about } from './about.ts';
import { parse } from './parse.ts';
import { reviewOf } from './review.ts';

/**
 * ClaimReview (https://schema.org/ClaimReview), a file a claim, as search engines expect one a page, and an index.
 * A claim without a rating is none.
 */
export const claimreview: Interchange = {
  ...about,
  write,
  parse,
};

export const INDEX = 'index.jsonld';

function* write(set: AnnotationSet, origin: SetOrigin): Generator<OutFile> {
  const ratings = new Map(set.ratings.map((rating) => [rating.id, rating]));
  const listed: { name: string; url: string; claim: string }[] = [];
  for (const story of set.stories) {
    for (const claim of story.claims) {
      if (claim.ratingId === null) continue;
      const name = `claim-${serial(listed.length + 1)}.jsonld`;
      const review = reviewOf(claim, story, ratings.get(claim.ratingId) ?? null, origin);
      listed.push({ name, url: review.url, claim: review.claimReviewed });
      yield { name, chunks: json(review) };
    }
  }
  yield {
    name: INDEX,
    chunks: json({
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      name: origin.title,
      numberOfItems: listed.length,
      itemListElement: listed.map(({ name, claim }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: claim,
        url: name,
      })),
    }),
  };
}

function* json(value: unknown): Generator<string> {
  yield JSON.stringify(value, null, 1);
  yield '\n';
}
