import { type Anchor, type AnchoredText, anchorAt, resolve } from '../../anchor.ts';
import type { Story } from '../../story.ts';
import type { Span } from '../annotation-set.ts';
import { spanIn, writable } from '../gather.ts';
import { isSameText } from './same-text.ts';

/** Where the words of a span stand in the story as it is now. */
export type Placed =
  | { kind: 'exact' | 'moved'; anchor: Anchor }
  | { kind: 'not-found' | 'ambiguous'; quote: string };

/**
 * Finds the spans of a file in a story. In the very same text each stands where the file says; in another one its
 * words are looked for with their surroundings, line breaks counting as one, and a place that is not certain is none.
 * @param text the one that the file's offsets count in; null: unknown
 */
export function placerOf(text: string | null, story: AnchoredText): (span: Span) => Placed {
  const same = text !== null && isSameText(text, story.text);
  // As long as the story's own, so that places are the same.
  const now = { text: writable(story.text), segments: story.segments };
  let unbroken: { from: Unbroken; to: Unbroken } | null = null;
  const anchored = (start: number, end: number) => anchorIn(story, start, end);

  return (span) => {
    const lost = (kind: 'not-found' | 'ambiguous'): Placed => ({ kind, quote: span.quote });
    if (same) {
      const anchor = anchored(span.start, span.end);
      return anchor ? { kind: 'exact', anchor } : lost('not-found');
    }
    const old: Anchor =
      text === null
        ? { segment: 0, ...span, prefix: '', suffix: '' }
        : anchorAt({ text, segments: [] }, span.start, span.end);
    const found = resolve(old, now);
    if (found.kind === 'ambiguous') return lost('ambiguous');
    if (found.kind !== 'orphan') {
      const anchor = anchored(found.anchor.start, found.anchor.end);
      return anchor ? { kind: found.kind, anchor } : lost('not-found');
    }
    if (text === null) return lost('not-found');
    unbroken ??= { from: withoutReturns(text), to: withoutReturns(now.text) };
    const { from, to } = unbroken;
    const again = resolve(
      anchorAt({ text: from.text, segments: [] }, from.into(span.start), from.into(span.end)),
      { text: to.text, segments: [] },
    );
    if (again.kind === 'ambiguous') return lost('ambiguous');
    if (again.kind === 'orphan') return lost('not-found');
    const anchor = anchored(to.outOf(again.anchor.start), to.outOf(again.anchor.end));
    return anchor ? { kind: 'moved', anchor } : lost('not-found');
  };
}

/** The one place where words stand in a story; null where there is none, or several. */
export function onlyPlaceOf(words: string, story: AnchoredText): Anchor | null {
  if (words.trim() === '') return null;
  const at = story.text.indexOf(words);
  if (at < 0 || story.text.indexOf(words, at + 1) >= 0) return null;
  const anchor = anchorIn(story, at, at + words.length);
  return anchor?.quote === words.trim() ? anchor : null;
}

/** The first line of a story that is no byline. */
export function firstLineOf(story: Pick<Story, 'text' | 'segments'>): Anchor | null {
  const from = story.segments.find(({ kind }) => kind !== 'byline')?.start ?? 0;
  const start = from + (/\S/u.exec(story.text.slice(from))?.index ?? 0);
  const length = /[\r\n]/u.exec(story.text.slice(start))?.index ?? story.text.length - start;
  return anchorIn(story, start, start + length);
}

/** As an export has it: without blanks around it, and without half of a character. */
function anchorIn(story: AnchoredText, start: number, end: number): Anchor | null {
  const span = spanIn(story, { start, end });
  return span && anchorAt(story, span.start, span.end);
}

interface Unbroken {
  text: string;
  into(at: number): number;
  outOf(at: number): number;
}

/** A text with `\n` for every line break, and how its places correspond to those of the original. */
function withoutReturns(original: string): Unbroken {
  /** Where the returns stood that are left out, by the place in the result of the `\n` behind each. */
  const breaks: number[] = [];
  const text = original.replace(/\r\n?/gu, (found, at: number) => {
    if (found.length === 2) breaks.push(at - breaks.length);
    return '\n';
  });
  return {
    text,
    into: (at) => at - breaks.filter((place, index) => place + index < at).length,
    outOf: (at) => at + breaks.filter((place) => place < at).length,
  };
}
