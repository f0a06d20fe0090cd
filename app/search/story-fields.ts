import type { Source, Story } from '../story.ts';
import { dayOfIso } from '../text/dates.ts';
import { fold } from './folding.ts';
import type { FieldTerm, Holding } from './query.ts';

/** What an index knows of a story without reading it. */
export interface StoryFacts {
  source: Source | null;
  lang: string;
  /** Days since 1970-01-01; null for a story without a date. */
  day: number | null;
}

/** Whether a field holds, as far as an index can tell; null where the story or the project has to be asked. */
export function holdsForFacts(field: FieldTerm, { source, lang, day }: StoryFacts): boolean | null {
  switch (field.kind) {
    case 'source':
      return source !== null && isOfSource(field.value, source);
    case 'lang':
      return primary(lang) === primary(field.value);
    case 'date':
      return (
        day !== null && (field.from === null || day >= field.from) && (field.to === null || day <= field.to)
      );
    case 'has':
      return field.value === 'source' ? source !== null : field.value === 'date' ? day !== null : null;
    default:
      return null;
  }
}

/** Whether a field holds for a story by itself; null where what people added to it has to be asked. */
export function holdsForStory(field: FieldTerm, story: Omit<Story, 'id'>): boolean | null {
  const day = story.publishedAt === null ? null : dayOfIso(story.publishedAt);
  const known = holdsForFacts(field, { source: story.source, lang: story.lang, day });
  if (known !== null) return known;
  switch (field.kind) {
    case 'link':
      return [story.link ?? '', ...story.links].some((link) => includes(link, field.value));
    case 'segment':
      return story.segments.some(({ kind }) => kind === field.value);
    case 'has':
      return has(field.value, story);
    default:
      return null;
  }
}

/** The name or the handle, a part of it. */
export function isOfSource(value: string, { name, handle }: Source): boolean {
  return includes(name, value) || (handle !== null && includes(`@${handle}`, value));
}

/** Whatever the case and width. */
export function includes(text: string, part: string): boolean {
  return fold(text, 'usual').text.includes(fold(part, 'usual').text);
}

/** `ja` of `ja-JP`. */
function primary(language: string): string {
  return fold(language, 'usual').text.split(/[-_]/u)[0] as string;
}

function has(holding: Holding, story: Omit<Story, 'id'>): boolean | null {
  switch (holding) {
    case 'link':
      return story.link !== null || story.links.length > 0;
    case 'media':
      return story.media.length > 0;
    case 'hashtag':
      return story.hashtags.length > 0;
    case 'translation':
      return story.segments.some(({ kind }) => kind === 'translation');
    case 'warning':
      return story.details.some(({ kind }) => kind === 'content-warning');
    case 'reply':
    case 'repost':
    case 'quote':
    case 'edit':
    case 'thread':
      return story.relations.some(({ kind }) => kind === holding);
    default:
      return null;
  }
}
