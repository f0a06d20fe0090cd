import { type Need, needAll, needAny, needLiteral } from '../../../app/search/need.ts';
import type { StoryKind } from '../story-kind.ts';

/**
 * What the bytes of a story have to hold where its text has to hold something. The text of a record of the dump's own is
 * put together from its values, with blanks and line breaks between them: a literal need not be there in one piece, only
 * the words of it. (Numbers stand there as they do in the text; nobody writes those of texts with an exponent.)
 */
export function needInBytes(need: Need, kind: StoryKind): Need {
  if (need === null || kind.kind !== 'json') return need;
  if ('all' in need) return needAll(need.all.map((part) => needInBytes(part, kind)));
  if ('any' in need) return needAny(need.any.map((part) => needInBytes(part, kind)));
  return needAll(need.letters.split(/\s+/u).map((word) => needLiteral(word, need.folding)));
}
