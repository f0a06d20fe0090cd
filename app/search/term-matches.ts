import { RE2JS } from 're2js';
import { fold } from './folding.ts';
import type { FoldingKind } from './letters.ts';
import type { Matching, RegexTerm, TextTerm } from './query.ts';
import { foldedPattern } from './regex-syntax.ts';
import type { SearchedText, TextRange } from './searched-text.ts';

/** Where a term stands in a text: in order, without overlaps, whole characters only. `stopped`: nobody waits any more. */
export type TermMatcher = (text: SearchedText, stopped: () => boolean) => TextRange[];

/** How the letters of a term are compared; null: as they are. */
export function foldingOf(term: TextTerm, matching: Matching): FoldingKind | null {
  if (term.exact || matching.exact) return null;
  return matching.kana ? 'kana' : 'usual';
}

export function textMatcher(term: TextTerm, matching: Matching): TermMatcher {
  const kind = foldingOf(term, matching);
  if (kind === null) return (text) => exactMatches(text, term.text);
  const letters = fold(term.text, kind).text;
  return (text) => foldedMatches(text, letters, kind);
}

function exactMatches(text: SearchedText, letters: string): TextRange[] {
  const matches: TextRange[] = [];
  if (letters === '') return matches;
  for (let start = text.text.indexOf(letters); start !== -1; ) {
    const match = { start, end: start + letters.length };
    const isWhole = text.isWhole(match);
    if (isWhole) matches.push(match);
    start = text.text.indexOf(letters, isWhole ? match.end : start + 1);
  }
  return matches;
}

function foldedMatches(text: SearchedText, letters: string, kind: FoldingKind): TextRange[] {
  const matches: TextRange[] = [];
  if (letters === '') return matches;
  const folded = text.as(kind);
  for (let at = folded.text.indexOf(letters); at !== -1; ) {
    const next = at + letters.length;
    const match = { start: folded.origin(at), end: folded.origin(next) };
    const isWhole = folded.begins(at) && folded.begins(next) && text.isWhole(match);
    if (isWhole) matches.push(match);
    at = folded.text.indexOf(letters, isWhole ? next : at + 1);
  }
  return matches;
}

/** A regular expression looks at about so many UTF-16 units at a time, up to the end of a line: a story may be 100 MB long. */
const PIECE = 1 << 20;

/**
 * The expression as it is looked for: `^` and `$` are the ends of lines.
 * @throws the library's error for what is no RE2 expression
 */
export function compiledRegex({ pattern }: RegexTerm, matching: Matching): RE2JS {
  return matching.exact
    ? RE2JS.compile(pattern, RE2JS.MULTILINE)
    : RE2JS.compile(foldedPattern(pattern), RE2JS.MULTILINE | RE2JS.CASE_INSENSITIVE);
}

export function regexMatcher(term: RegexTerm, matching: Matching): TermMatcher {
  const regex = compiledRegex(term, matching);
  return (text, stopped) => {
    const folded = matching.exact ? null : text.as('width');
    const looked = folded?.text ?? text.text;
    const matches: TextRange[] = [];
    for (let from = 0; from < looked.length && !stopped(); ) {
      const to = pieceEnd(looked, from);
      const piece = from === 0 && to === looked.length ? looked : looked.slice(from, to);
      // Only to tell is several times faster than to tell where.
      if (regex.test(piece)) {
        const matcher = regex.matcher(piece);
        while (matcher.find() && !stopped()) {
          const [start, end] = [from + matcher.start(), from + matcher.end()];
          if (start === end) continue;
          const [first, last] = folded ? [folded.origin(start), folded.origin(end)] : [start, end];
          add(matches, { start: text.graphemes.floor(first), end: text.graphemes.ceil(last) });
        }
      }
      from = to;
    }
    return matches;
  };
}

function pieceEnd(text: string, from: number): number {
  if (text.length - from <= PIECE) return text.length;
  const newline = text.lastIndexOf('\n', from + PIECE - 1);
  if (newline > from) return newline + 1;
  const cutsPair = /[\udc00-\udfff]/u.test(text[from + PIECE] as string);
  return from + PIECE - (cutsPair ? 1 : 0);
}

/** Two matches in one character, as of /./ in an emoji, are one. */
function add(matches: TextRange[], match: TextRange): void {
  const last = matches.at(-1);
  if (last !== undefined && match.start < last.end) last.end = Math.max(last.end, match.end);
  else matches.push(match);
}
