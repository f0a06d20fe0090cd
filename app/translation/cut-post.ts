import type { Segment, Story } from '../story.ts';
import type { Range } from '../text/boundaries.ts';
import { withoutMarksAtEnd } from '../text/marks.ts';
import type { PairRanges } from './align.ts';
import { sentencesOf } from './sentences.ts';

/** A post that was cut with `…`, and its full text below. */
export interface CutPost {
  /** The post's sentences as `original`, those of the full text as `translation`: monotone and total. */
  pairs: readonly PairRanges[];
  /** What only the full text says, in order: UTF-16 units of the story's text. */
  added: readonly Range[];
}

/** Fewer signs in common are chance. */
const TELLING_LENGTH = 4;
/** Signs that a place in the full text has to begin with, to be looked at. */
const SEED = 6;

/** Null for a story that has no post with its full text below. */
export function cutPost({ text, segments }: Pick<Story, 'text' | 'segments'>): CutPost | null {
  const full = segments.filter(({ kind }) => kind === 'repeat');
  const post = segments.filter(({ kind }) => kind === 'post');
  if (full.length === 0 || post.length === 0) return null;
  const signs = signsOf(text, full);
  const common: Common[] = [];
  let from = 0;
  for (const sentence of sentences(text, post)) {
    const words = plain(said(text, sentence));
    const found = longestAt(signs, words, from);
    common.push({ sentence, range: found && rangeOf(signs, found), isMark: words === '' });
    if (found) from = found.to;
  }
  const covered = common.flatMap(({ range }) => range ?? []);
  const whole = sentences(text, full);
  return { pairs: pairsOf(common, whole), added: whole.flatMap((sentence) => without(sentence, covered)) };
}

interface Common {
  /** Of the post. */
  sentence: Range;
  /** Where its words stand in the full text. */
  range: Range | null;
  /** Nothing but links and the sign of the cut. */
  isMark: boolean;
}

const sentences = (text: string, segments: readonly Segment[]) =>
  segments.flatMap((segment) => sentencesOf(text, segment));

/** The words of a post before its cut, without the links that a platform puts behind them. */
function said(text: string, { start, end }: Range): string {
  return withoutMarksAtEnd(text.slice(start, end)).replace(/(?:…|\.{3})+\s*$/u, '');
}

/** Signs for comparing what a person reads as the same, each with where it stands: width and blanks do not count. */
interface Signs {
  text: string;
  starts: number[];
  ends: number[];
}

function signsOf(text: string, segments: readonly Segment[]): Signs {
  const signs: Signs = { text: '', starts: [], ends: [] };
  for (const { start, end } of segments) {
    let at = start;
    for (const sign of text.slice(start, end)) {
      const same = plain(sign);
      signs.text += same;
      for (let unit = 0; unit < same.length; unit += 1) {
        signs.starts.push(at);
        signs.ends.push(at + sign.length);
      }
      at += sign.length;
    }
  }
  return signs;
}

function plain(words: string): string {
  return words.normalize('NFKC').replace(/\s+/gu, '');
}

/** The first place behind `from` where as much of the words stands as anywhere; null where next to nothing does. */
function longestAt({ text }: Signs, words: string, from: number): { from: number; to: number } | null {
  if (words.length < TELLING_LENGTH) return null;
  const seed = words.slice(0, SEED);
  let best: { from: number; to: number } | null = null;
  for (let at = text.indexOf(seed, from); at >= 0; at = text.indexOf(seed, at + 1)) {
    let length = seed.length;
    while (length < words.length && text[at + length] === words[length]) length += 1;
    if (best === null || length > best.to - best.from) best = { from: at, to: at + length };
    if (length === words.length) break;
  }
  return best;
}

function rangeOf(signs: Signs, { from, to }: { from: number; to: number }): Range {
  return { start: signs.starts[from] as number, end: signs.ends[to - 1] as number };
}

/** Every sentence of the full text goes to the first sentence of the post that it shares words with. */
function pairsOf(common: readonly Common[], whole: readonly Range[]): PairRanges[] {
  const pairs: { original: Range[]; translation: Range[] }[] = [];
  let next = 0;
  for (const { sentence, range, isMark } of common) {
    const first = range ? whole.findIndex((each, at) => at >= next && each.end > range.start) : -1;
    const last = range ? whole.findLastIndex((each, at) => at >= next && each.start < range.end) : -1;
    if (first < 0 || last < first) {
      const before = pairs.at(-1);
      // Two sentences of the post within one of the full text, or the link behind the cut: they stay together.
      if (before && (range !== null || isMark)) before.original.push(sentence);
      else pairs.push({ original: [sentence], translation: [] });
      continue;
    }
    for (; next < first; next += 1) pairs.push({ original: [], translation: [whole[next] as Range] });
    pairs.push({ original: [sentence], translation: whole.slice(first, last + 1) });
    next = last + 1;
  }
  for (const sentence of whole.slice(next)) pairs.push({ original: [], translation: [sentence] });
  return pairs;
}

function without({ start, end }: Range, covered: readonly Range[]): Range[] {
  const left: Range[] = [];
  let at = start;
  for (const range of covered) {
    if (range.end <= at || range.start >= end) continue;
    if (range.start > at) left.push({ start: at, end: range.start });
    at = range.end;
  }
  if (at < end) left.push({ start: at, end });
  return left;
}
