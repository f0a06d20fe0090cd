import { z } from 'zod';
import { graphemesOf } from './graphemes.ts';

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
export const CONTEXT = 32;
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
  const graphemes = graphemesOf(text);
  return anchorAt(story, graphemes.floor(from), graphemes.ceil(to));
}

/**
 * Finds an anchor again. Tries cheap to costly: the position, confirmed by quote and context; the quote with all its
 * context; then every place the quote stands in, told apart by the context. Never guesses: two places that fit
 * equally well are `ambiguous`. A place inside a grapheme cluster (か in が, written with a combining mark) is none.
 */
export function resolve(anchor: Anchor, story: AnchoredText): Resolution {
  const { text } = story;
  const { quote, prefix, suffix } = anchor;
  const fits = fitter(anchor, text);
  const inPlace = text.startsWith(quote, anchor.start) && fits(anchor.start);
  if (inPlace && contextScore(anchor, text, anchor.start) === fullScore(anchor)) {
    return { kind: 'exact', anchor: anchorAt(story, anchor.start, anchor.end) };
  }
  const at = (start: number) => anchorAt(story, start, start + quote.length);
  const unchanged = placesOf(prefix + quote + suffix, text, (start) => fits(start + prefix.length));
  if (unchanged.length === 1) return { kind: 'moved', anchor: at((unchanged[0] as number) + prefix.length) };

  const places = placesOf(quote, text, fits);
  if (places.length === 0) return { kind: 'orphan' };
  if (places.length > MOST_CANDIDATES)
    return { kind: 'ambiguous', candidates: places.slice(0, MOST_CANDIDATES).map(at) };
  const scored = places.map((start) => ({ start, score: contextScore(anchor, text, start) }));
  const score = Math.max(...scored.map((place) => place.score));
  const [best, ...others] = scored.filter((place) => place.score === score);
  // A lone place whose surroundings share nothing with the old ones may be another sentence altogether; a person
  // decides, as with `moved`, and sees the words. Several such places say nothing about which was meant.
  if (!best || others.length > 0)
    return {
      kind: 'ambiguous',
      candidates: scored.filter((place) => place.score === score).map((place) => at(place.start)),
    };
  // In place by chance, among other words: as good as another place.
  const isKnown = best.score * 4 >= fullScore(anchor);
  if (inPlace && best.start === anchor.start && isKnown) return { kind: 'exact', anchor: at(best.start) };
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

/** Where a quote stands, in order; one more than `MOST_CANDIDATES` at most. */
function placesOf(quote: string, text: string, fits: (start: number) => boolean): number[] {
  const places: number[] = [];
  for (
    let at = text.indexOf(quote);
    at >= 0 && places.length <= MOST_CANDIDATES;
    at = text.indexOf(quote, at + 1)
  ) {
    if (fits(at)) places.push(at);
  }
  return places;
}

/**
 * Whether a place of the quote cuts no grapheme cluster. An anchor that other software made may cut one from the
 * start; then it may do so again, or it would be lost in a text that did not change.
 */
function fitter({ quote, prefix, suffix }: Anchor, text: string): (start: number) => boolean {
  const now = graphemesOf(text);
  const then = graphemesOf(prefix + quote + suffix);
  const cut = !then.isBoundary(prefix.length) || !then.isBoundary(prefix.length + quote.length);
  return (start) => cut || (now.isBoundary(start) && now.isBoundary(start + quote.length));
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
