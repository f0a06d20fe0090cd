import { evaluate, type Hit } from '../../../app/search/evaluate.ts';
import { needOfText } from '../../../app/search/need-of-query.ts';
import { type FieldTerm, isField, type Term, termsOf } from '../../../app/search/query.ts';
import type { StoryKind } from '../story-kind.ts';
import { LiteralFinder } from './literal-finder.ts';
import type { Search } from './question.ts';
import type { ByteSpelling } from './spelling.ts';
import { CONTEXT, WholeCharacters } from './whole-characters.ts';

/** Finds one term of a query in bytes. */
interface ByteTerm {
  finder: LiteralFinder;
  characters: WholeCharacters;
}

/**
 * Asks a query of stories without decoding them: what `Matcher` says of their texts. Only for queries of words, phrases
 * and fields that the index answers.
 */
export class ByteMatcher {
  private readonly search: Search;
  private readonly terms: ReadonlyMap<Term, ByteTerm>;

  private constructor(search: Search, terms: ReadonlyMap<Term, ByteTerm>) {
    this.search = search;
    this.terms = terms;
  }

  /** Null for a query that asks for more than bytes tell. */
  static of(
    search: Search,
    kind: StoryKind,
    spelling: ByteSpelling,
    isAnswered: (field: FieldTerm) => boolean,
  ): ByteMatcher | null {
    if (search.query.scope !== 'text') return null;
    const terms = new Map<Term, ByteTerm>();
    for (const term of termsOf(search.query.wanted)) {
      if (isField(term)) {
        if (!isAnswered(term)) return null;
        continue;
      }
      const literal = term.kind === 'text' ? needOfText(term, search.matching) : null;
      if (literal === null || (kind.kind === 'json' && mayBeCleaned(literal.letters))) return null;
      const finder = new LiteralFinder(literal, spelling);
      if (!finder.isWhole) return null;
      terms.set(term, { finder, characters: new WholeCharacters(kind, literal.folding) });
    }
    return new ByteMatcher(search, terms);
  }

  /**
   * How many hits the text between two indices has; null where it is not found.
   * @param holds answers fields
   */
  hitsIn(bytes: Buffer, from: number, to: number, holds: (field: FieldTerm) => boolean): number | null {
    const hits = evaluate(this.search.query.wanted, (term) =>
      isField(term) ? (holds(term) ? [] : null) : this.find(term, bytes, from, to),
    );
    return hits?.length ?? null;
  }

  private find(term: Term, bytes: Buffer, from: number, to: number): Hit[] | null {
    const known = this.terms.get(term);
    if (known === undefined) return null;
    const { finder, characters } = known;
    finder.prepare(bytes, from, to);
    const hits: Hit[] = [];
    for (let at = from; ; ) {
      const start = finder.find(bytes, at, to, to);
      if (start === -1) return hits.length === 0 ? null : hits;
      const { end } = finder;
      const isWhole = characters.isWhole(
        bytes,
        start,
        end,
        Math.max(from, start - CONTEXT),
        Math.min(to, end + CONTEXT),
      );
      if (isWhole) hits.push({ piece: 0, start, end });
      at = isWhole ? end : start + finder.unit;
    }
  }
}

/** The text of a record of the dump's own has other line breaks than its bytes, perhaps, and no blanks at its end. */
function mayBeCleaned(letters: string): boolean {
  return /^\s|[\n\r]|\s$/u.test(letters);
}
