import type {
  AnnotationSet,
  SetClaim,
  SetEvidence,
  SetNote,
  SetStory,
  SetTagging,
} from './annotation-set.ts';

/**
 * What annotations consist of, as far as formats differ in it. A format names those that it carries; what it cannot
 * carry is the rest. These are all that a set of annotations has.
 */
export const IN_SETS = [
  'texts',
  'story-facts',
  'plain-stories',
  'places',
  'without-place',
  'claim-words',
  'ratings',
  'unrated',
  'scale',
  'rationale',
  'carried-from',
  'evidence',
  'evidence-records',
  'evidence-places',
  'tags',
  'memos',
  'codebook',
  'tag-tree',
  'notes',
  'note-words',
  'people',
] as const;

/** With what is in no set, but in the JSON report. */
export const FEATURES = [
  ...IN_SETS,
  'formatting',
  'history',
  'fidelity',
  'pairs',
  'reviews',
  'story-notes',
  'glossary',
] as const;
export type Feature = (typeof FEATURES)[number];

export function lostBy(carried: readonly Feature[]): Feature[] {
  return FEATURES.filter((feature) => !carried.includes(feature));
}

/** A set without what a format cannot carry: what it gives when it is read back. */
export function carriedOf(set: AnnotationSet, carried: readonly Feature[]): AnnotationSet {
  const has = (feature: Feature) => carried.includes(feature);
  const people = <T extends { by: string; at: string }>(entry: T): T =>
    has('people') ? entry : { ...entry, by: '', at: '' };

  const claim = (entry: SetClaim): SetClaim =>
    people({
      ...entry,
      spans: has('places') ? entry.spans : [],
      wording: has('claim-words') ? entry.wording : '',
      claimant: has('claim-words') ? entry.claimant : '',
      ratingId: has('ratings') ? entry.ratingId : null,
      rationale: has('rationale') ? entry.rationale : '',
      carriedFrom: has('carried-from') ? entry.carriedFrom : null,
      evidence: has('evidence') ? entry.evidence.map(evidence) : [],
    });
  const evidence = (entry: SetEvidence): SetEvidence => ({
    ...entry,
    ...(has('evidence-records') ? {} : { capturedAt: '', reliability: '', file: null }),
    story: has('evidence-places') ? entry.story : null,
  });
  const tagging = (entry: SetTagging): SetTagging =>
    people({ ...entry, memo: has('memos') ? entry.memo : '' });
  const note = (entry: SetNote): SetNote =>
    people(has('note-words') ? entry : { ...entry, comment: '', suggestion: '' });

  // Of a claim of which nothing is carried, nothing is left.
  const claims = has('places') || has('claim-words') || has('ratings');
  const stories = set.stories
    .filter(({ text }) => text !== null || !has('texts'))
    .map(
      (story): SetStory => ({
        ...story,
        ...(has('story-facts') ? {} : { lang: 'und', source: null, publishedAt: null, link: null }),
        text: has('texts') ? story.text : null,
        claims: (claims ? story.claims : [])
          .filter(({ spans }) => spans.length > 0 || has('without-place'))
          .filter(({ ratingId }) => ratingId !== null || has('unrated'))
          .map(claim),
        taggings: has('tags')
          ? story.taggings.filter(({ span }) => has(span ? 'places' : 'without-place')).map(tagging)
          : [],
        notes: has('notes') ? story.notes.map(note) : [],
      }),
    )
    .filter(
      ({ claims, taggings, notes }) =>
        has('plain-stories') || claims.length + taggings.length + notes.length > 0,
    );
  const used = new Set(stories.flatMap(({ taggings }) => taggings.map(({ tagId }) => tagId)));
  return {
    stories,
    tags: set.tags
      .filter(({ id }) => has('tags') && (has('codebook') || used.has(id)))
      .map((tag) => ({
        ...tag,
        parentId: has('tag-tree') ? tag.parentId : null,
        ...(has('codebook') ? {} : { colour: null, description: '' }),
      })),
    ratings: has('scale') ? set.ratings : [],
  };
}
