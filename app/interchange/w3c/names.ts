/** The context of https://www.w3.org/TR/annotation-model/, and our own terms, whose values are plain JSON. */
export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    uratori: 'urn:uratori:ns#',
    'uratori:stories': { '@type': '@json' },
    'uratori:tags': { '@type': '@json' },
    'uratori:ratings': { '@type': '@json' },
    'uratori:evidence': { '@type': '@json' },
    'uratori:carriedFrom': { '@type': '@id' },
  },
] as const;

export const COLLECTION = 'collection.jsonld';
/** So many annotations stand on a page. */
export const PAGE_SIZE = 500;

/** What has an IRI of ours: its kind, and its id in the project. */
export type Named = 'project' | 'story' | 'claim' | 'tag' | 'tagging' | 'note' | 'rating' | 'evidence';

export function urn(kind: Named, id: string): string {
  return `urn:uratori:${kind}:${encodeURIComponent(id)}`;
}

/** The id in an IRI of ours; null for one of others. */
export function idIn(kind: Named, iri: string | undefined): string | null {
  const start = `urn:uratori:${kind}:`;
  if (!iri?.startsWith(start)) return null;
  try {
    return decodeURIComponent(iri.slice(start.length));
  } catch {
    return null;
  }
}
