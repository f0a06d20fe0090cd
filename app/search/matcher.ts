import type { Segment } from '../story.ts';
import { evaluate, type Hit } from './evaluate.ts';
import { type FieldTerm, isField, type Matching, type SearchQuery, type Term, termsOf } from './query.ts';
import { SearchedText, type TextRange } from './searched-text.ts';
import { regexMatcher, type TermMatcher, textMatcher } from './term-matches.ts';

/** A story as a query sees it; `segments` and `holds` are asked only where the query needs them. */
export interface Searched {
  text: string;
  segments(): readonly Segment[];
  /** Whether what a field asks is so. */
  holds(field: FieldTerm): boolean;
}

const NEVER = () => false;

/** A query, ready to be asked of many stories: by the program that searches, and by the interface that shows the hits. */
export class Matcher {
  private readonly query: SearchQuery;
  private readonly terms = new Map<Term, TermMatcher>();

  /** @throws the library's error for an expression that is none; `parseQuery` lets none through */
  constructor(query: SearchQuery, matching: Matching) {
    this.query = query;
    for (const term of termsOf(query.wanted)) {
      if (term.kind === 'text') this.terms.set(term, textMatcher(term, matching));
      if (term.kind === 'regex') this.terms.set(term, regexMatcher(term, matching));
    }
  }

  /**
   * Where the query stands in a story's text, in order and without overlaps: the places because of which it is found.
   * Null where it is not found. A query for fields alone finds stories without any place.
   */
  matchesIn(story: Searched, stopped: () => boolean = NEVER): TextRange[] | null {
    const { scope } = this.query;
    if (!Array.isArray(scope)) return this.find([new SearchedText(story.text)], story, stopped);
    const segments = story.segments().filter(({ kind }) => scope.includes(kind));
    const texts = segments.map(({ start, end }) => new SearchedText(story.text.slice(start, end)));
    const hits = this.find(texts, story, stopped);
    return (
      hits?.map(({ piece, start, end }) => {
        const offset = segments[piece]?.start ?? 0;
        return { start: start + offset, end: end + offset };
      }) ?? null
    );
  }

  /** The same over texts that stand beside each other, such as what people wrote about a story; hits name their text. */
  matchesAmong(texts: readonly string[], holds: Searched['holds']): Hit[] | null {
    return this.find(
      texts.map((text) => new SearchedText(text)),
      { holds },
      NEVER,
    );
  }

  private find(
    texts: readonly SearchedText[],
    { holds }: Pick<Searched, 'holds'>,
    stopped: () => boolean,
  ): Hit[] | null {
    return evaluate(this.query.wanted, (term) => {
      if (isField(term)) return holds(term) ? [] : null;
      const hits = texts.flatMap((text, piece) =>
        (this.terms.get(term)?.(text, stopped) ?? []).map((range) => ({ piece, ...range })),
      );
      return hits.length === 0 ? null : hits;
    });
  }
}
