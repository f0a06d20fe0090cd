import type { Language, Story } from '../../story.ts';
import { isBlank } from '../../text/blanks.ts';
import { LANGUAGE_SAMPLE, languageOf } from '../../text/language.ts';
import { linesOf } from '../../text/lines.ts';
import { hashtagsIn, linksIn, mediaIn } from '../../text/marks.ts';
import type { SplitRule } from '../split-rule.ts';
import { segmentsOf } from './segments.ts';
import { canonicalText, storyLines } from './story-lines.ts';

/** The story's place in its dump. */
export interface StoryPlace {
  ordinal: number;
  byteStart: number;
  byteEnd: number;
}

/** A lead is for lists; a longer one is cut. In UTF-16 units. */
const LEAD_MAX_LENGTH = 1000;
/** Where no word stands in so many UTF-16 units, none is looked for. */
const LEAD_SEARCH = 1 << 14;

/** Reads a story's text; everything but its id, which needs the whole dump to be unique. */
export function parseStory(text: string, rule: SplitRule, place: StoryPlace): Omit<Story, 'id'> {
  const lines = storyLines(text, rule);
  const segments = segmentsOf(text, lines, rule);
  const own = text.slice(
    segments.find((segment) => segment.kind !== 'footer')?.start ?? 0,
    segments.findLast((segment) => segment.kind !== 'footer')?.end,
  );
  const says = lines.byline?.says;
  const links = linksIn(own);
  return {
    ordinal: place.ordinal,
    source: says?.source ?? null,
    publishedAt: says?.publishedAt ?? null,
    precision: says?.precision ?? 'none',
    lang: storyLanguage(text, lines.byline?.line.start ?? -1),
    lead: leadOf(lines.beforeByline.length > 0 ? lines.beforeByline : lines.afterByline, text),
    links: [...new Set([...links, ...(says?.links ?? [])])],
    hashtags: hashtagsIn(own),
    media: mediaIn(own),
    link: null,
    title: null,
    relations: [],
    details: [],
    origin: null,
    byteStart: place.byteStart,
    byteEnd: place.byteEnd,
    text,
    segments,
  };
}

/**
 * A story's language: its lead's, and where the lead does not tell, that of the text behind the byline.
 * Looks at `LANGUAGE_SAMPLE` units of each only, so that the scanner can answer the same from a few bytes.
 * @param byline start of the byline's line in UTF-16 units, or -1
 */
export function storyLanguage(text: string, byline: number): Language {
  if (byline === -1) return languageOf(text.slice(0, LANGUAGE_SAMPLE));
  const lead = languageOf(text.slice(0, Math.min(byline, LANGUAGE_SAMPLE)));
  if (lead !== 'und') return lead;
  const newline = text.indexOf('\n', byline);
  return newline === -1 ? 'und' : languageOf(text.slice(newline + 1, newline + 1 + LANGUAGE_SAMPLE));
}

/** The first line with words in it, on one line. */
export function leadOfText(text: string): string {
  return leadOf(
    linesOf(text.slice(0, LEAD_SEARCH)).filter((line) => !isBlank(line.text)),
    text,
  );
}

function leadOf(lines: readonly { text: string }[], text: string): string {
  const line =
    lines.find(({ text: words }) => /[\p{L}\p{N}]/u.test(words.slice(0, LEAD_MAX_LENGTH))) ?? lines[0];
  const lead = line?.text ?? text.split('\n').find((other) => !isBlank(other)) ?? '';
  return lead.slice(0, LEAD_MAX_LENGTH).replace(/\s+/gu, ' ').trim();
}

/**
 * A story's id before duplicates are told apart: 20 hex digits of the SHA-256 of its canonical text.
 * @param sha256 hex digest of a text's UTF-8 bytes
 */
export function storyHash(text: string, rule: SplitRule, sha256: (text: string) => string): string {
  return sha256(canonicalText(text, rule)).slice(0, 20);
}
