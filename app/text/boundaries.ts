/**
 * Where words, sentences and graphemes begin and end, in UTF-16 units, for extending selections. Works in
 * scripts without spaces, since the boundaries are Unicode's with the dictionaries of the platform.
 */
export interface Range {
  start: number;
  end: number;
}

const words = new Intl.Segmenter('ja', { granularity: 'word' });
const sentences = new Intl.Segmenter('ja', { granularity: 'sentence' });
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Unicode's rules end a sentence behind these when a capital letter follows. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Pres|St|Jr|Sr|No|vs|e\.g|i\.e|(?:[A-Z]\.)*[A-Z])\.\s+$/u;

const clamp = (position: number, text: string) => Math.max(0, Math.min(position, text.length));

/** The end of the next word that ends behind `position`; the text's end where there is none. */
export function nextWord(text: string, position: number): number {
  const segments = words.segment(text);
  for (let at = clamp(position, text); at < text.length; ) {
    const found = segments.containing(at);
    if (found === undefined) break;
    at = found.index + found.segment.length;
    if (found.isWordLike === true) return at;
  }
  return text.length;
}

/** The start of the word that begins before `position`; 0 where there is none. */
export function prevWord(text: string, position: number): number {
  const segments = words.segment(text);
  for (let at = clamp(position, text); at > 0; ) {
    const found = segments.containing(at - 1);
    if (found === undefined) break;
    at = found.index;
    if (found.isWordLike === true) return at;
  }
  return 0;
}

/** The sentence around `position`, without the white space around it; at a text's end, its last sentence. */
export function sentenceAt(text: string, position: number): Range {
  if (text.length === 0) return { start: 0, end: 0 };
  const segments = sentences.segment(text);
  const found = segments.containing(Math.min(clamp(position, text), text.length - 1));
  if (found === undefined) return { start: 0, end: text.length };
  let start = found.index;
  let end = start + found.segment.length;
  for (
    let before = start > 0 ? segments.containing(start - 1) : undefined;
    before !== undefined && goesOn(before.segment);
  ) {
    start = before.index;
    before = start > 0 ? segments.containing(start - 1) : undefined;
  }
  for (let last = text.slice(start, end); end < text.length && goesOn(last); ) {
    const after = segments.containing(end);
    if (after === undefined) break;
    last = after.segment;
    end += last.length;
  }
  return trimmed(text, start, end);
}

/** The end of the next sentence that ends behind `position`; the text's end where there is none. */
export function nextSentence(text: string, position: number): number {
  for (let at = clamp(position, text); at < text.length; at++) {
    const { start, end } = sentenceAt(text, at);
    if (end > position && end > start) return end;
  }
  return text.length;
}

/** The start of the sentence that begins before `position`; 0 where there is none. */
export function prevSentence(text: string, position: number): number {
  for (let at = clamp(position, text) - 1; at >= 0; at--) {
    const { start, end } = sentenceAt(text, at);
    if (start < position && end > start) return start;
  }
  return 0;
}

/** The smallest range of whole graphemes that covers `start`..`end`: never half an emoji, flag or surrogate pair. */
export function snapToGraphemes(text: string, start: number, end: number): Range {
  const from = clamp(Math.min(start, end), text);
  const to = clamp(Math.max(start, end), text);
  const segments = graphemes.segment(text);
  const first = from < text.length ? (segments.containing(from)?.index ?? from) : from;
  const last = to > 0 && to < text.length ? segments.containing(to) : undefined;
  const snappedEnd = last === undefined || last.index === to ? to : last.index + last.segment.length;
  // An empty selection stays empty: it is a caret, which goes to the front of its grapheme.
  return { start: first, end: from === to ? first : snappedEnd };
}

const goesOn = (sentence: string) => !sentence.includes('\n') && ABBREVIATION.test(sentence);

function trimmed(text: string, start: number, end: number): Range {
  const segment = text.slice(start, end);
  const lead = segment.length - segment.trimStart().length;
  return lead === segment.length
    ? { start, end: start }
    : { start: start + lead, end: start + segment.trimEnd().length };
}
