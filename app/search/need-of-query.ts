import { fold } from './folding.ts';
import { type Literal, type Need, needAll, needAny, needLiteral } from './need.ts';
import type { FieldTerm, Matching, Query, RegexTerm, TextTerm } from './query.ts';
import { foldedPattern, needOfPattern } from './regex-syntax.ts';
import { foldingOf } from './term-matches.ts';

/**
 * What a story's text has to hold so that a query can find the story.
 * @param needOfField what a field asks of the text, where that is known
 */
export function needOfQuery(query: Query, matching: Matching, needOfField: (field: FieldTerm) => Need): Need {
  switch (query.kind) {
    case 'all':
      return needAll(query.parts.map((part) => needOfQuery(part, matching, needOfField)));
    case 'any':
      return needAny(query.parts.map((part) => needOfQuery(part, matching, needOfField)));
    case 'not':
      return null;
    case 'text':
      return needOfText(query, matching);
    case 'regex':
      return needOfRegex(query, matching);
    default:
      return needOfField(query);
  }
}

/** The letters of a term, in its folding. */
export function needOfText(term: TextTerm, matching: Matching): Literal | null {
  const folding = foldingOf(term, matching);
  const letters = folding === null ? term.text : fold(term.text, folding).text;
  return needLiteral(letters, folding);
}

function needOfRegex({ pattern }: RegexTerm, { exact }: Matching): Need {
  // With `(?i)` in it, an exact expression is not as exact as its letters.
  if (exact) return /\(\?[a-z]*i/u.test(pattern) ? null : needOfPattern(pattern, null);
  return folded(needOfPattern(foldedPattern(pattern), 'usual'));
}

/** Letters of an expression are folded only when they are put together: an accent may be one of them. */
function folded(need: Need): Need {
  if (need === null) return null;
  if ('all' in need) return needAll(need.all.map(folded));
  if ('any' in need) return needAny(need.any.map(folded));
  return needLiteral(fold(need.letters, 'usual').text, 'usual');
}
