import { graphemesOf } from '../../graphemes.ts';
import type { Story } from '../../story.ts';
import type { PlacedAnchor } from '../marks.ts';
import type { Quote } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import { isPlaced } from '../place.ts';
import { quoteBlock } from './quotes.ts';

/** So many UTF-16 units on each side at most. */
const MOST = 160;
const SENTENCE_END = /(?:[。！？]|[.!?…](?=["”’」』)）]*(?:\s|$)))["”’」』)）]*\s*|\n/gu;

/** The words of an anchor with what stands round them in their segment: to the end of the sentence, or not too far. */
export function quoteInContext(draft: Draft, placed: PlacedAnchor, story: Story | null): Quote {
  const quote = quoteBlock(draft, placed);
  const { place } = placed;
  if (!story || !isPlaced(place)) return quote;
  const segment = story.segments[place.segment];
  if (!segment) return quote;
  const before = story.text.slice(Math.max(segment.start, place.start - 2 * MOST), place.start);
  const after = story.text.slice(place.end, Math.min(segment.end, place.end + 2 * MOST));
  return { ...quote, lang: segment.lang, before: endOf(before), after: startOf(after) };
}

/** From the start of the last sentence on. */
function endOf(text: string): string {
  const starts = [...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  // The quote itself begins a sentence: then the one before it tells what it is about.
  const start = starts.filter((at) => text.slice(at).trim() !== '').at(-1) ?? 0;
  if (text.length - start <= MOST && (start > 0 || text.length <= MOST)) return text.slice(start).trimStart();
  return `…${text.slice(graphemesOf(text).ceil(Math.max(start, text.length - MOST)))}`;
}

/** To the end of the first sentence. */
function startOf(text: string): string {
  const match = [...text.matchAll(SENTENCE_END)][0];
  const end = match ? match.index + match[0].trimEnd().length : text.length;
  if (end <= MOST) return text.slice(0, end).trimEnd();
  return `${text.slice(0, graphemesOf(text).floor(MOST))}…`;
}
