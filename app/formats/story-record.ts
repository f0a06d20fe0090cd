import type { Segment, Story } from '../story.ts';
import { LANGUAGE_SAMPLE, languageOf } from '../text/language.ts';
import { hashtagsIn, linksIn, mediaIn } from '../text/marks.ts';
import { leadOfText } from './plain-text/plain-text.ts';

/**
 * A story as a format gives it: all that does not depend on its place among the dump's stories. `id` is the
 * platform's own id; null where there is none: then it is made of source, date and text.
 */
export type StoryRecord = Omit<Story, 'id' | 'ordinal' | 'byteStart' | 'byteEnd'> & {
  id: string | null;
  /** What an id is made of where there is none; source, date and text where this is not given. */
  identity?: string;
};

/** What a format knows of a story; the rest is read from the text. `segments` may leave languages to be guessed. */
export type KnownOfStory = Pick<StoryRecord, 'text'> &
  Partial<Omit<StoryRecord, 'segments' | 'text'>> & {
    segments?: readonly (Omit<Segment, 'lang'> & { lang?: string | null })[];
  };

/**
 * Completes a record. `text` should be what a reader of the platform saw, LF line ends, not blank.
 * Links, hashtags and media marks found in the text come after those that are given.
 */
export function storyRecord(known: KnownOfStory): StoryRecord {
  const { text } = known;
  const segments = known.segments ?? [{ kind: 'post', start: 0, end: text.length }];
  return {
    id: known.id ?? null,
    ...(known.identity === undefined ? {} : { identity: known.identity }),
    source: known.source ?? null,
    publishedAt: known.publishedAt ?? null,
    precision: known.precision ?? 'none',
    lang: known.lang ?? languageOf(text.slice(0, LANGUAGE_SAMPLE)),
    lead: known.lead ?? leadOfText(text),
    links: unique(known.links, linksIn(text)),
    hashtags: unique(known.hashtags, hashtagsIn(text)),
    media: unique(known.media, mediaIn(text)),
    link: known.link ?? null,
    title: known.title ?? null,
    relations: known.relations ?? [],
    details: known.details ?? [],
    origin: known.origin ?? null,
    text,
    segments: segments.map(({ kind, start, end, lang }) => ({
      kind,
      lang: lang ?? languageOf(text.slice(start, Math.min(end, start + LANGUAGE_SAMPLE))),
      start,
      end,
    })),
  };
}

function unique(given: readonly string[] | undefined, found: readonly string[]): string[] {
  return [...new Set([...(given ?? []), ...found])];
}
