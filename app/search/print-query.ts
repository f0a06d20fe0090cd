import { writeDayRange } from './date-range.ts';
import { fieldOf } from './fields.ts';
import type { Query, SearchQuery } from './query.ts';

/** A query in the language: `parseQuery` reads from it what was written. */
export function printQuery({ scope, wanted }: SearchQuery): string {
  const scopes = scope === 'text' ? [] : scope === 'annotations' ? [scope] : scope;
  const where = scopes.map((word) => `in:${word}`);
  // What holds everywhere is written as nothing.
  const what =
    wanted.kind === 'all'
      ? wanted.parts.map((part) => printed(part, 'all'))
      : [printed(wanted, where.length > 0 ? 'all' : null)];
  return [...where, ...what].join(' ');
}

/** @param inside what it stands in; a looser tree inside a tighter one needs parentheses */
function printed(query: Query, inside: 'all' | 'any' | 'not' | null): string {
  switch (query.kind) {
    case 'all':
      return grouped(query.parts.map((part) => printed(part, 'all')).join(' '), inside === 'not');
    case 'any':
      return grouped(
        query.parts.map((part) => printed(part, 'any')).join(' OR '),
        inside === 'not' || inside === 'all',
      );
    case 'not':
      return `-${printed(query.part, 'not')}`;
    case 'text':
      return `${query.exact ? '=' : ''}${quoted(query.text)}`;
    case 'regex':
      return `/${query.pattern.replace(/\\.|\//gsu, (part) => (part === '/' ? '\\/' : part))}/`;
    case 'date':
      return `date:${writeDayRange(query)}`;
    case 'segment':
      return `kind:${query.value}`;
    case 'has':
    case 'state':
      return `${query.kind}:${query.value}`;
    case 'source':
    case 'lang':
    case 'link':
    case 'tag':
    case 'verdict':
      return `${query.kind}:${quoted(query.value)}`;
  }
}

function grouped(text: string, isNeeded: boolean): string {
  return isNeeded ? `(${text})` : text;
}

/** As a word where it is read as the same word, else as a phrase. */
function quoted(text: string): string {
  const isPlain = /^[\p{L}\p{N}][^\s()（）]*$/u.test(text) && !isKeyword(text) && fieldBefore(text) === null;
  return isPlain ? text : `"${text.replace(/["＂“”\\]/gu, '\\$&')}"`;
}

function isKeyword(text: string): boolean {
  return /^(?:AND|OR|NOT)$/u.test(text.normalize('NFKC'));
}

function fieldBefore(text: string): string | null {
  const [name, ...rest] = text.split(/[:：]/u);
  return rest.length === 0 ? null : fieldOf(name ?? '');
}
