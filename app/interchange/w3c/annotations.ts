import type {
  SetClaim,
  SetEvidence,
  SetNote,
  SetOrigin,
  SetRating,
  SetTag,
  SetTagging,
} from '../annotation-set.ts';
import { urn } from './names.ts';
import type { Places } from './places.ts';

/** A JSON object without the keys whose value is undefined. */
type Json = Record<string, unknown>;

export interface Names {
  ratings: ReadonlyMap<string, SetRating>;
  tags: ReadonlyMap<string, SetTag>;
  locale: SetOrigin['locale'];
  /** Of a story that evidence quotes; null where it is not in the collection. */
  placesOf(storyKey: string): Places | null;
}

/** The motivations are those of https://www.w3.org/TR/annotation-vocab/#motivation. */
export function claimAnnotation(claim: SetClaim, places: Places, { ratings, locale, placesOf }: Names): Json {
  const rating = claim.ratingId === null ? null : ratings.get(claim.ratingId);
  const target = claim.spans.map((span) => places.at(span));
  return {
    id: urn('claim', claim.id),
    type: 'Annotation',
    motivation: 'assessing',
    ...madeBy(claim),
    ...(claim.carriedFrom === null ? {} : { 'uratori:carriedFrom': urn('claim', claim.carriedFrom) }),
    body: [
      ...textual('describing', claim.wording),
      ...textual('identifying', claim.claimant),
      ...(claim.ratingId === null
        ? []
        : [
            {
              id: urn('rating', claim.ratingId),
              type: 'TextualBody',
              purpose: 'assessing',
              value: rating?.label[locale] ?? claim.ratingId,
              language: locale,
            },
          ]),
      ...textual('commenting', claim.rationale),
      ...claim.evidence.map((entry) => ({
        ...linkedTo(entry, placesOf),
        purpose: 'linking',
        'uratori:evidence': recordOf(entry),
      })),
    ],
    target: target.length > 0 ? target : [places.whole()],
  };
}

export function taggingAnnotation(tagging: SetTagging, places: Places, { tags }: Names): Json {
  return {
    id: urn('tagging', tagging.id),
    type: 'Annotation',
    motivation: 'tagging',
    ...madeBy(tagging),
    body: [
      {
        id: urn('tag', tagging.tagId),
        type: 'TextualBody',
        purpose: 'tagging',
        value: tags.get(tagging.tagId)?.name ?? tagging.tagId,
      },
      ...textual('commenting', tagging.memo),
    ],
    target: [tagging.span ? places.at(tagging.span) : places.whole()],
  };
}

export function noteAnnotation(note: SetNote, places: Places): Json {
  const side = (name: 'original' | 'translation') => {
    const span = note[name];
    return span ? [{ id: `${urn('note', note.id)}#${name}`, ...places.at(span) }] : [];
  };
  return {
    id: urn('note', note.id),
    type: 'Annotation',
    motivation: 'editing',
    ...madeBy(note),
    body: [
      ...textual('classifying', note.kind),
      ...textual('commenting', note.comment),
      ...textual('editing', note.suggestion),
    ],
    target: [...side('original'), ...side('translation')],
  };
}

/** What evidence is: words of another story, where it quotes one that is here, else an address. */
function linkedTo(entry: SetEvidence, placesOf: Names['placesOf']): Json {
  const quoted = entry.story && placesOf(entry.story.key);
  if (quoted) return entry.story?.span ? quoted.at(entry.story.span) : quoted.whole();
  return { type: 'SpecificResource', source: entry.url || entry.archiveUrl || urn('evidence', entry.id) };
}

/** The place of what it quotes is the selector’s, in the unit of the model. */
function recordOf({ story, ...entry }: SetEvidence): Json {
  return { ...entry, ...(story ? { story: { key: story.key } } : {}) };
}

function textual(purpose: string, value: string): Json[] {
  return value === '' ? [] : [{ type: 'TextualBody', purpose, value, format: 'text/plain' }];
}

function madeBy({ by, at }: { by: string; at: string }): Json {
  return {
    ...(at === '' ? {} : { created: at }),
    ...(by === '' ? {} : { creator: { type: 'Person', name: by } }),
  };
}
