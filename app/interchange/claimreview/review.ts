import type { SetClaim, SetEvidence, SetOrigin, SetRating, SetStory } from '../annotation-set.ts';

/** The kind of identifier that names a story of a project. */
export const STORY_ID = 'uratori:story';

/**
 * One claim with its rating. No `ratingValue`: it would say that a scale is ordinal, and none here is. `url` is the
 * page that the review is published on, which a reader may demand; while nobody says, it names the claim alone.
 */
export function reviewOf(claim: SetClaim, story: SetStory, rating: SetRating | null, origin: SetOrigin) {
  const { locale } = origin;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    identifier: claim.id,
    url: urlOf(claim.id, origin),
    inLanguage: locale,
    ...(claim.at === '' ? {} : { dateCreated: claim.at }),
    datePublished: origin.exportedAt,
    ...(claim.by === '' ? {} : { author: { '@type': 'Person', name: claim.by } }),
    // The words themselves, where nobody has put the claim into words of their own.
    claimReviewed: claim.wording || claim.spans.map(({ quote }) => quote).join(' … ') || claim.id,
    reviewRating: {
      '@type': 'Rating',
      identifier: claim.ratingId,
      alternateName: rating?.label[locale] ?? claim.ratingId,
      ...(rating ? { ratingExplanation: rating.meaning[locale] } : {}),
    },
    ...(claim.rationale === '' ? {} : { reviewBody: claim.rationale }),
    itemReviewed: itemOf(claim, story),
    ...(claim.carriedFrom === null
      ? {}
      : {
          isBasedOn: {
            '@type': 'ClaimReview',
            identifier: claim.carriedFrom,
            url: urlOf(claim.carriedFrom, origin),
          },
        }),
    citation: claim.evidence.map(citationOf),
  };
}

function urlOf(claimId: string, { baseUrl }: SetOrigin): string {
  const named = encodeURIComponent(claimId);
  return baseUrl === null ? `urn:uratori:claim:${named}` : `${baseUrl.replace(/\/*$/u, '/')}${named}`;
}

function itemOf({ claimant, wording }: SetClaim, { key, source, link, publishedAt, lang }: SetStory) {
  const publisher = source && {
    '@type': 'Organization',
    name: source.name,
    ...(source.handle === null ? {} : { alternateName: source.handle }),
  };
  return {
    '@type': 'Claim',
    ...(wording === '' ? {} : { text: wording }),
    // Whether a person or an organisation claims it is not known, but for the publisher of the story itself.
    ...(claimant === ''
      ? {}
      : { author: { '@type': claimant === source?.name ? 'Organization' : 'Person', name: claimant } }),
    appearance: {
      '@type': 'CreativeWork',
      identifier: { '@type': 'PropertyValue', propertyID: STORY_ID, value: key },
      inLanguage: lang,
      ...(link === null ? {} : { url: link }),
      ...(publisher ? { publisher } : {}),
      ...(publishedAt === null ? {} : { datePublished: publishedAt }),
    },
  };
}

function citationOf(entry: SetEvidence) {
  const { title, url, archiveUrl, capturedAt, publisher, publishedAt, quote, reliability, file } = entry;
  const archive = {
    '@type': 'WebPage',
    ...(archiveUrl === '' ? {} : { url: archiveUrl }),
    ...(capturedAt === '' ? {} : { dateCreated: capturedAt }),
  };
  return {
    '@type': 'CreativeWork',
    identifier: entry.id,
    // Whether it supports or refutes the claim.
    keywords: entry.stance,
    ...(title === '' ? {} : { name: title }),
    ...(url === '' ? {} : { url }),
    ...(archiveUrl === '' && capturedAt === '' ? {} : { archivedAt: archive }),
    ...(publisher === '' ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    ...(publishedAt === '' ? {} : { datePublished: publishedAt }),
    ...(quote === '' ? {} : { text: quote }),
    ...(reliability === '' ? {} : { comment: { '@type': 'Comment', text: reliability } }),
    ...(file ? { associatedMedia: { '@type': 'MediaObject', name: file.name, sha256: file.sha256 } } : {}),
  };
}
