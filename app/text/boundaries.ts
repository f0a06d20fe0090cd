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

/** Unicode's rules end a sentence behind these when a capital letter follows. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Pres|St|Jr|Sr|No|vs|e\.g|i\.e|(?:[A-Z]\.)*[A-Z])\.\s+$/u;

const clamp = (position: number, text: string) => Math.max(0, Math.min(position, text.length));

/** An emoji or a flag says as much as a word does. */
const isWord = ({ segment, isWordLike }: Intl.SegmentData) =>
  isWordLike === true || /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment);

/** The end of the next word that ends behind `position`; the text's end where there is none. */
export function nextWord(text: string, position: number): number {
  const segments = words.segment(text);
  for (let at = clamp(position, text); at < text.length; ) {
    const found = segments.containing(at);
    if (found === undefined) break;
    at = found.index + found.segment.length;
    if (isWord(found)) return at;
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
    if (isWord(found)) return at;
  }
  return 0;
}

/** The sentence around `position`, without the white space around it; at a text's end, its last sentence. */
export function sentenceAt(text: string, position: number): Range {
  if (text.length === 0) return { start: 0, end: 0 };
  const segments = sentences.segment(text);
  let { start, end } = pieceAt(text, segments, Math.min(clamp(position, text), text.length - 1));
  while (start > 0) {
    const before = pieceAt(text, segments, start - 1);
    if (!goesOn(text.slice(before.start, before.end))) break;
    start = before.start;
  }
  for (let last = start; end < text.length && goesOn(text.slice(last, end)); ) {
    const after = pieceAt(text, segments, end);
    last = after.start;
    end = after.end;
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

/**
 * Where the sentences of a text end, in order; the last one is the text's end. In one pass, where `sentenceAt` would
 * look at a long text anew for every sentence of it.
 */
export function* pieceEnds(text: string): Generator<number> {
  let from = 0;
  for (const { index, segment } of sentences.segment(text)) {
    const to = index + segment.length;
    const end = to < text.length ? openingBracketsAtEnd(text, index, to) : to;
    if (end <= from || (to < text.length && goesOn(text.slice(from, end)))) continue;
    yield end;
    from = end;
  }
}

/**
 * A sentence as the platform cuts it, except that an opening bracket begins the next one: by Unicode's rules it
 * would end the one before, since they do not tell opening from closing brackets.
 */
function pieceAt(text: string, segments: Intl.Segments, position: number): Range {
  const found = segments.containing(position) as Intl.SegmentData;
  let start = found.index;
  let end = start + found.segment.length;
  const opening = openingBracketsAtEnd(text, start, end);
  if (opening > start && end < text.length) {
    if (position < opening) end = opening;
    else {
      start = opening;
      const next = segments.containing(end) as Intl.SegmentData;
      end += next.segment.length;
      if (end < text.length) end = openingBracketsAtEnd(text, next.index, end);
      return { start, end };
    }
  }
  if (start > 0) {
    const before = segments.containing(start - 1) as Intl.SegmentData;
    const moved = openingBracketsAtEnd(text, before.index, start);
    if (moved > before.index) start = moved;
  }
  return { start, end };
}

/** Where the opening brackets at the end of `start`..`end` begin. */
function openingBracketsAtEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[「『（([【〔［〈《“‘]/u.test(text[at - 1] as string)) at--;
  return at;
}

const goesOn = (sentence: string) => !sentence.includes('\n') && ABBREVIATION.test(sentence);

function trimmed(text: string, start: number, end: number): Range {
  const segment = text.slice(start, end);
  const lead = segment.length - segment.trimStart().length;
  return lead === segment.length
    ? { start, end: start }
    : { start: start + lead, end: start + segment.trimEnd().length };
}
