import { z } from 'zod';

/**
 * Where an annotation sits. `start` and `end` are UTF-16 units of the story's text, `segment` is the index of
 * the segment that `start` lies in. `quote` is exactly `text.slice(start, end)`; `prefix` and `suffix` are the
 * text around it, so that it can be found again when the text changes (the text quote selector of
 * https://www.w3.org/TR/annotation-model/#text-quote-selector, kept beside the position).
 */
export const anchorSchema = z
  .object({
    segment: z.number().int().nonnegative(),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
    quote: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
  })
  .refine((anchor) => anchor.end - anchor.start === anchor.quote.length, {
    message: 'the quote is not as long as the range',
  });
export type Anchor = z.infer<typeof anchorSchema>;

/** Where an anchor stands in a text that may have changed since. Only `exact` may be taken without asking a person. */
export type Resolution =
  | { kind: 'exact'; anchor: Anchor }
  | { kind: 'moved'; anchor: Anchor }
  | { kind: 'ambiguous'; candidates: Anchor[] }
  | { kind: 'orphan' };

/** What anchors need to know of a story. */
export interface AnchoredText {
  text: string;
  segments: readonly { start: number; end: number }[];
}

/** UTF-16 units of context on either side; W3C and Hypothesis use 32. */
const CONTEXT = 32;
/** A quote that stands in more places than this is ambiguous whatever its context says. */
const MOST_CANDIDATES = 200;

/**
 * The anchor of a selection. The range is trimmed of white space at its ends and widened so that it splits
 * neither a surrogate pair nor a grapheme cluster; null where nothing is left.
 */
export function describe(story: AnchoredText, start: number, end: number): Anchor | null {
  const { text } = story;
  let from = clamp(Math.min(start, end), text.length);
  let to = clamp(Math.max(start, end), text.length);
  while (from < to && isBlank(text, from)) from += 1;
  while (to > from && isBlank(text, to - 1)) to -= 1;
  if (from === to) return null;
  [from, to] = wholeGraphemes(text, from, to);
  return anchorAt(story, from, to);
}

/**
 * Finds an anchor again. Tries cheap to costly: the position, confirmed by quote and context; then every place
 * the quote stands in, told apart by the context. Never guesses: two places that fit equally well are `ambiguous`.
 */
export function resolve(anchor: Anchor, story: AnchoredText): Resolution {
  const { text } = story;
  const inPlace = text.slice(anchor.start, anchor.end) === anchor.quote;
  if (inPlace && contextScore(anchor, text, anchor.start) === fullScore(anchor)) {
    return { kind: 'exact', anchor: anchorAt(story, anchor.start, anchor.end) };
  }
  const places = placesOf(anchor.quote, text);
  if (places.length === 0) return { kind: 'orphan' };
  const at = (start: number) => anchorAt(story, start, start + anchor.quote.length);
  if (places.length > MOST_CANDIDATES)
    return { kind: 'ambiguous', candidates: places.slice(0, MOST_CANDIDATES).map(at) };
  const scored = places
    .map((start) => ({ start, score: contextScore(anchor, text, start) }))
    .sort((a, b) => b.score - a.score || a.start - b.start);
  const best = scored[0] as { start: number; score: number };
  const second = scored[1];
  // A lone place whose surroundings share nothing with the old ones may be another sentence altogether; a person
  // decides, as with `moved`, and sees the words. Several such places say nothing about which was meant.
  if (second && second.score === best.score) {
    return {
      kind: 'ambiguous',
      candidates: scored.filter((place) => place.score === best.score).map((place) => at(place.start)),
    };
  }
  if (inPlace && best.start === anchor.start) return { kind: 'exact', anchor: at(best.start) };
  return { kind: 'moved', anchor: at(best.start) };
}

/** The anchor of an exact range, with quote and context taken from the text. */
export function anchorAt(story: AnchoredText, start: number, end: number): Anchor {
  const { text } = story;
  return {
    segment: segmentAt(story.segments, start),
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(wholeFrom(text, Math.max(0, start - CONTEXT)), start),
    suffix: text.slice(end, wholeTo(text, Math.min(text.length, end + CONTEXT))),
  };
}

/** Index of the segment that holds a position, or of the last one before it; 0 where there is none. */
export function segmentAt(segments: readonly { start: number; end: number }[], position: number): number {
  let found = 0;
  for (let index = 0; index < segments.length; index += 1) {
    if ((segments[index] as { start: number }).start <= position) found = index;
  }
  return found;
}

/** How many units of prefix and suffix agree, counted outwards from the quote. */
function contextScore(anchor: Anchor, text: string, start: number): number {
  const end = start + anchor.quote.length;
  let before = 0;
  while (
    before < anchor.prefix.length &&
    text[start - 1 - before] === anchor.prefix[anchor.prefix.length - 1 - before]
  )
    before += 1;
  let after = 0;
  while (after < anchor.suffix.length && text[end + after] === anchor.suffix[after]) after += 1;
  return before + after;
}

function fullScore(anchor: Anchor): number {
  return anchor.prefix.length + anchor.suffix.length;
}

function placesOf(quote: string, text: string): number[] {
  const places: number[] = [];
  for (
    let at = text.indexOf(quote);
    at >= 0 && places.length <= MOST_CANDIDATES;
    at = text.indexOf(quote, at + 1)
  ) {
    places.push(at);
  }
  return places;
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

function wholeGraphemes(text: string, start: number, end: number): [number, number] {
  const all = graphemes.segment(text);
  const first = all.containing(start);
  const last = all.containing(end - 1);
  return [first ? first.index : start, last ? last.index + last.segment.length : end];
}

function isBlank(text: string, at: number): boolean {
  return /\s/u.test(text[at] as string);
}

function clamp(position: number, length: number): number {
  return Math.max(0, Math.min(length, position));
}

/** Context may not begin or end in the middle of a surrogate pair: it is written to JSON and UTF-8. */
function wholeFrom(text: string, at: number): number {
  return isLowSurrogate(text, at) ? at + 1 : at;
}
function wholeTo(text: string, at: number): number {
  return isLowSurrogate(text, at) ? at - 1 : at;
}
function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
