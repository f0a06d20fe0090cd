import type { Problem } from '../../problem.ts';
import type { Detail, Origin, Relation } from '../../story.ts';
import { article } from '../reading/article.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';

/** What a feed says of itself; empty where it does not. */
export interface Channel {
  outlet: string;
  address: string;
  author: string;
}

/** What a feed says of one article; empty where it does not. */
export interface FeedItem {
  id: string;
  link: string;
  title: string;
  body: string;
  /** The outlet that an article was taken from, where the feed gathers those of others. */
  outlet: string;
  authors: readonly string[];
  published: string;
  updated: string;
  categories: readonly string[];
  links: readonly string[];
  media: readonly string[];
  relations: readonly Relation[];
}

/**
 * The story of an item. Its source is the outlet, since that is what people sort and filter by; who wrote it is a
 * detail. The language is told from the text: what feeds say of it is a program's default more often than not.
 */
export function feedStory(item: FeedItem, channel: Channel, origin: Origin): StoryRecord | Problem {
  const said = article(item.title, item.body, item.link);
  if (said.text === '') {
    const { entry, unit, position } = origin;
    return { code: 'record-bad-shape', params: { entry, unit, position, detail: 'title, description' } };
  }
  const authors = unique(item.authors.length > 0 ? item.authors : [channel.author]);
  const name = item.outlet || channel.outlet || authors[0];
  const moment = readTimestamp(item.published) ?? readTimestamp(item.updated);
  const edited = readTimestamp(item.updated);
  const details: Detail[] = authors.map((value) => ({ kind: 'author', value }));
  if (edited !== null && edited.iso !== moment?.iso) details.push({ kind: 'edited', value: edited.iso });
  for (const value of unique(item.categories)) details.push({ kind: 'category', value });
  return storyRecord({
    id: item.id || item.link || null,
    source: name === undefined ? null : { name, handle: null },
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    link: item.link || null,
    links: unique(item.links).filter((link) => link !== item.link),
    media: unique(item.media),
    relations: [...item.relations],
    details,
    origin,
    ...said,
  });
}

/** Each once, without empty ones. */
function unique(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()))].filter((value) => value !== '');
}
