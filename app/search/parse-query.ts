import { type ProblemCode, UratoriError } from '../problem.ts';
import type { SegmentKind } from '../story.ts';
import { readDayRange } from './date-range.ts';
import { type FieldName, fieldOf, scopeWordOf, WORDS_OF, wordOf } from './fields.ts';
import { fold } from './folding.ts';
import {
  all,
  any,
  EVERYTHING,
  type FieldTerm,
  not,
  type Query,
  type Scope,
  type SearchQuery,
  USUAL_MATCHING,
} from './query.ts';
import { compiledRegex } from './term-matches.ts';

/**
 * The query language. In the order in which its signs bind:
 *
 *     word  "a phrase"  =exact  ="an exact phrase"  /RE2/  field:value  ( … )
 *     -not  NOT not
 *     both words     (AND between them may be written)
 *     one OR another
 *
 * Its signs may be written in full width. Parentheses inside a word belong to the word, as does a colon behind what
 * is no field's name, so that most text can be pasted as it is. `\` protects `"` and `\` in a phrase, and `/` in an
 * expression.
 *
 * Problems have `position`, the UTF-16 unit of the query where something is wrong, and `near`, what stands there.
 * @throws UratoriError `query-unclosed` {sign}, `query-unexpected` {sign}, `query-incomplete` {sign},
 * `query-bad-value` {field, value, known}, `query-bad-date` {value}, `query-bad-pattern` {pattern, detail},
 * `query-scope-inside` {}, `query-scopes-mixed` {}, `query-too-deep` {limit}
 */
export function parseQuery(text: string): SearchQuery {
  return new QueryParser(text).query();
}

const DEEPEST = 100;
const NEAR_LENGTH = 20;
const BLANK = /\s/u;
const OPENING = '(（';
const CLOSING = ')）';
const MINUS = '-－';
const QUOTES = '"＂“”';
const EQUALS = '=＝';

class QueryParser {
  private readonly text: string;
  private at = 0;
  private depth = 0;
  private readonly scopes: { word: 'text' | 'annotations' | SegmentKind; at: number }[] = [];

  constructor(text: string) {
    this.text = text;
  }

  query(): SearchQuery {
    this.skipBlanks();
    const wanted = this.isAtEnd ? EVERYTHING : this.alternatives();
    if (!this.isAtEnd)
      throw this.problem('query-unexpected', this.at, { sign: this.text[this.at] as string });
    return { scope: this.scope(), wanted };
  }

  private get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  private alternatives(): Query {
    const parts = [this.conjunction('')];
    while (this.takeWord('OR')) parts.push(this.conjunction('OR'));
    return any(parts);
  }

  /** @param operator what stands before it and needs it */
  private conjunction(operator: string): Query {
    const start = this.at;
    const scopes = this.scopes.length;
    const parts: Query[] = [];
    for (;;) {
      this.skipBlanks();
      if (this.isAtEnd || CLOSING.includes(this.sign) || this.isWord('OR')) break;
      const joint = this.takeWord('AND') ? 'AND' : '';
      if (joint !== '' && parts.length === 0) throw this.problem('query-incomplete', start, { sign: joint });
      const part = this.negated(joint);
      if (part !== null) parts.push(part);
    }
    const hasOnlyScope = this.scopes.length > scopes && operator === '' && !this.isWord('OR');
    if (parts.length === 0 && !hasOnlyScope)
      throw this.problem('query-incomplete', start, { sign: operator || 'OR' });
    return all(parts);
  }

  /** Null for `in:`, which is no part of the tree. */
  private negated(operator: string): Query | null {
    const start = this.at;
    let isNegated = false;
    let sign = operator;
    for (;;) {
      this.skipBlanks();
      if (this.isMinus()) {
        this.at += 1;
        sign = '-';
      } else if (this.takeWord('NOT')) sign = 'NOT';
      else break;
      isNegated = !isNegated;
    }
    if (this.isAtEnd || CLOSING.includes(this.sign) || this.isWord('OR') || this.isWord('AND'))
      throw this.problem('query-incomplete', start, { sign });
    const scopes = this.scopes.length;
    const part = this.primary();
    if (this.scopes.length > scopes && (isNegated || this.depth > 0))
      throw this.problem('query-scope-inside', this.scopes[scopes]?.at ?? start);
    return part !== null && isNegated ? not(part) : part;
  }

  /** A minus right before something; one by itself is a word. */
  private isMinus(): boolean {
    const next = this.text[this.at + 1] ?? ' ';
    return MINUS.includes(this.sign) && !BLANK.test(next) && !CLOSING.includes(next);
  }

  private primary(): Query | null {
    const { sign } = this;
    if (OPENING.includes(sign)) return this.group();
    if (QUOTES.includes(sign)) return { kind: 'text', text: this.phrase(), exact: false };
    if (sign === '/') return this.expression();
    const next = this.text[this.at + 1] ?? ' ';
    if (EQUALS.includes(sign) && !BLANK.test(next) && !CLOSING.includes(next)) {
      this.at += 1;
      return { kind: 'text', text: this.value(), exact: true };
    }
    const field = this.field();
    return field === undefined ? this.word() : field;
  }

  private group(): Query {
    const start = this.at;
    if (this.depth === DEEPEST) throw this.problem('query-too-deep', start, { limit: DEEPEST });
    this.depth += 1;
    this.at += 1;
    this.skipBlanks();
    if (CLOSING.includes(this.sign)) throw this.problem('query-incomplete', start, { sign: '()' });
    if (this.isAtEnd) throw this.problem('query-unclosed', start, { sign: 'parenthesis' });
    const inside = this.alternatives();
    if (!CLOSING.includes(this.sign) || this.isAtEnd)
      throw this.problem('query-unclosed', start, { sign: 'parenthesis' });
    this.at += 1;
    this.depth -= 1;
    return inside;
  }

  private phrase(): string {
    const start = this.at;
    let phrase = '';
    for (this.at += 1; !this.isAtEnd; this.at += 1) {
      const { sign } = this;
      if (QUOTES.includes(sign)) {
        this.at += 1;
        if (phrase === '') throw this.problem('query-incomplete', start, { sign: '""' });
        return phrase;
      }
      const next = this.text[this.at + 1] ?? '';
      if (sign === '\\' && next !== '' && `${QUOTES}\\`.includes(next)) {
        phrase += next;
        this.at += 1;
      } else phrase += sign;
    }
    throw this.problem('query-unclosed', start, { sign: 'quote' });
  }

  /** Up to the first `/` with nothing but an end behind it: `/usr/bin` is none. */
  private expression(): Query {
    const start = this.at;
    let pattern = '';
    for (this.at += 1; !this.isAtEnd; this.at += 1) {
      const { sign } = this;
      const next = this.text[this.at + 1] ?? '';
      if (sign === '/' && (next === '' || BLANK.test(next) || CLOSING.includes(next))) {
        this.at += 1;
        return this.checked(pattern, start);
      }
      if (sign === '\\') {
        pattern += next === '/' ? '/' : sign + next;
        this.at += 1;
      } else pattern += sign;
    }
    throw this.problem('query-unclosed', start, { sign: 'slash' });
  }

  private checked(pattern: string, start: number): Query {
    if (pattern === '') throw this.problem('query-incomplete', start, { sign: '//' });
    const term = { kind: 'regex', pattern } as const;
    try {
      for (const exact of [false, true]) compiledRegex(term, { ...USUAL_MATCHING, exact });
      return term;
    } catch (thrown) {
      const detail = thrown instanceof Error ? thrown.message : String(thrown);
      throw this.problem('query-bad-pattern', start, { pattern, detail });
    }
  }

  /** Null for `in:`; undefined where no field stands. */
  private field(): Query | null | undefined {
    const start = this.at;
    const colon = /^[\p{L}]{1,12}[:：]/u.exec(this.text.slice(start, start + 13))?.[0];
    const field = colon === undefined ? null : fieldOf(colon.slice(0, -1));
    if (field === null || colon === undefined) return undefined;
    this.at += colon.length;
    if (this.isAtEnd || BLANK.test(this.sign) || CLOSING.includes(this.sign))
      throw this.problem('query-incomplete', start, { sign: colon });
    const valueAt = this.at;
    const value = this.value();
    if (field === 'in') this.scopes.push({ word: this.scopeWord(value, valueAt), at: start });
    return field === 'in' ? null : this.fieldTerm(field, value, start, valueAt);
  }

  private fieldTerm(field: Exclude<FieldName, 'in'>, value: string, at: number, valueAt: number): FieldTerm {
    switch (field) {
      case 'date': {
        const range = readDayRange(value);
        if (range === null) throw this.problem('query-bad-date', valueAt, { value });
        return { kind: 'date', ...range, at };
      }
      case 'kind': {
        const word = wordOf('kind', value);
        if (word === null) throw this.badValue(field, value, WORDS_OF.kind, valueAt);
        return { kind: 'segment', value: word, at };
      }
      case 'has': {
        const word = wordOf('has', value);
        if (word === null) throw this.badValue(field, value, WORDS_OF.has, valueAt);
        return { kind: 'has', value: word, at };
      }
      case 'state': {
        const word = wordOf('state', value);
        if (word === null) throw this.badValue(field, value, WORDS_OF.state, valueAt);
        return { kind: 'state', value: word, at };
      }
      case 'source':
      case 'lang':
      case 'link':
      case 'tag':
      case 'verdict':
        return { kind: field, value, at };
    }
  }

  private scopeWord(value: string, at: number): 'text' | 'annotations' | SegmentKind {
    const word = scopeWordOf(value) ?? wordOf('kind', value);
    if (word === null) throw this.badValue('in', value, ['text', 'annotations', ...WORDS_OF.kind], at);
    return word;
  }

  private scope(): Scope {
    const words = new Set(this.scopes.map(({ word }) => word));
    const kinds = WORDS_OF.kind.filter((kind) => words.has(kind));
    if (words.size === 0) return 'text';
    if (words.size > 1 && kinds.length < words.size)
      throw this.problem('query-scopes-mixed', this.scopes.at(-1)?.at ?? 0);
    return words.has('annotations') ? 'annotations' : words.has('text') ? 'text' : kinds;
  }

  /** A word or a phrase. */
  private value(): string {
    return QUOTES.includes(this.sign) ? this.phrase() : this.rawWord();
  }

  private word(): Query {
    return { kind: 'text', text: this.rawWord(), exact: false };
  }

  /** Up to a blank, or a parenthesis that was opened before the word. */
  private rawWord(): string {
    const start = this.at;
    let opened = 0;
    for (; !this.isAtEnd && !BLANK.test(this.sign); this.at += 1) {
      if (OPENING.includes(this.sign)) opened += 1;
      else if (CLOSING.includes(this.sign)) {
        if (opened === 0) break;
        opened -= 1;
      }
    }
    return this.text.slice(start, this.at);
  }

  private get sign(): string {
    return this.text[this.at] ?? '\0';
  }

  private skipBlanks(): void {
    while (!this.isAtEnd && BLANK.test(this.sign)) this.at += 1;
  }

  private isWord(word: string): boolean {
    const found = this.text.slice(this.at, this.at + word.length);
    const next = this.text[this.at + word.length] ?? ' ';
    return (
      fold(found, 'width').text === word &&
      (BLANK.test(next) || OPENING.includes(next) || CLOSING.includes(next))
    );
  }

  private takeWord(word: string): boolean {
    this.skipBlanks();
    const is = this.isWord(word);
    if (is) this.at += word.length;
    return is;
  }

  private badValue(field: string, value: string, known: readonly string[], at: number): UratoriError {
    return this.problem('query-bad-value', at, { field, value, known: known.join(', ') });
  }

  private problem(
    code: Extract<ProblemCode, `query-${string}`>,
    position: number,
    params: Record<string, string | number> = {},
  ): UratoriError {
    const near = this.text.slice(position, position + NEAR_LENGTH).toWellFormed();
    return new UratoriError(code, { position, near, ...params });
  }
}
