import type { Literal } from '../../../app/search/need.ts';
import { needOfText } from '../../../app/search/need-of-query.ts';
import {
  type FieldTerm,
  isField,
  type Matching,
  type Query,
  type SearchQuery,
  termsOf,
} from '../../../app/search/query.ts';

/** What is looked for, and how letters are compared. */
export interface Search {
  query: SearchQuery;
  matching: Matching;
}

/** Whether a query holds as far as its fields tell; null where the text, or more of the story, has to be asked. */
export function holdsByFields(query: Query, known: (field: FieldTerm) => boolean | null): boolean | null {
  switch (query.kind) {
    case 'all':
    case 'any': {
      // What decides at once: a part that fails, or one that holds.
      const decisive = query.kind === 'any';
      let isSure = true;
      for (const part of query.parts) {
        const holds = holdsByFields(part, known);
        if (holds === decisive) return decisive;
        if (holds === null) isSure = false;
      }
      return isSure ? !decisive : null;
    }
    case 'not': {
      const holds = holdsByFields(query.part, known);
      return holds === null ? null : !holds;
    }
    case 'text':
    case 'regex':
      return null;
    default:
      return known(query);
  }
}

export function asksField(query: Query): boolean {
  return termsOf(query).some(isField);
}

/**
 * The one literal that a search comes to, beside fields that are answered without reading stories: its hits in the
 * bytes are all there is to count. Null for a search that is more than that.
 */
export function onlyLiteral(
  { query, matching }: Search,
  isAnswered: (field: FieldTerm) => boolean,
): Literal | null {
  if (query.scope !== 'text') return null;
  const isKnown = (part: Query) => termsOf(part).every((term) => isField(term) && isAnswered(term));
  const parts = query.wanted.kind === 'all' ? query.wanted.parts : [query.wanted];
  const [only, ...others] = parts.filter((part) => !isKnown(part));
  if (only?.kind !== 'text' || others.length > 0) return null;
  return needOfText(only, matching);
}
