import { z } from 'zod';
import type { Problem } from '../../problem.ts';
import type { Entry } from '../format.ts';
import { absoluteAddresses } from '../reading/addresses.ts';
import { htmlBody } from '../reading/article.ts';
import { type JsonPath, jsonValues } from '../reading/json-values.ts';
import type { StoryRecord } from '../story-record.ts';
import { type Channel, type FeedItem, feedStory } from './feed-story.ts';

const string = z.union([z.string(), z.number().transform(String)]).catch('');
const strings = z.array(string).catch([]);
const author = z.object({ name: string }).catch({ name: '' });
const authors = z.array(author).catch([]);

/** JSON Feed 1.1, and the single author of 1.0. What is not as it should be counts as missing. */
const itemSchema = z.object({
  id: string,
  url: string,
  external_url: string,
  title: string,
  content_html: string,
  content_text: string,
  summary: string,
  image: string,
  banner_image: string,
  date_published: string,
  date_modified: string,
  author: author,
  authors,
  tags: strings,
  attachments: z.array(z.object({ url: string }).catch({ url: '' })).catch([]),
});

const OF_CHANNEL: readonly JsonPath[] = [
  ['title'],
  ['home_page_url'],
  ['author', 'name'],
  ['authors', '0', 'name'],
];

/** The stories of a JSON Feed. */
export async function* jsonFeed(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  const channel = await channelOf(entry);
  for await (const found of jsonValues(entry.text(), [['items', '*']], entry.name)) {
    if ('code' in found) {
      yield found;
      continue;
    }
    const where = { entry: entry.name, unit: 'line', position: found.line } as const;
    const item = itemSchema.safeParse(found.value);
    if (item.success) yield feedStory(itemOf(item.data, channel), channel, where);
    else yield { code: 'record-bad-shape', params: { ...where, detail: typeof found.value } };
  }
}

/** What the feed says of itself. Programs that sort keys write its title behind its items, so it is looked for first. */
async function channelOf(entry: Entry): Promise<Channel> {
  const channel: Channel = { outlet: '', address: '', author: '' };
  for await (const found of jsonValues(entry.text(), OF_CHANNEL, entry.name)) {
    if ('code' in found || typeof found.value !== 'string') continue;
    if (found.path === 0) channel.outlet ||= found.value;
    else if (found.path === 1) channel.address ||= found.value;
    else channel.author ||= found.value;
    if (Object.values(channel).every((value) => value !== '')) break;
  }
  return channel;
}

function itemOf(item: z.infer<typeof itemSchema>, channel: Channel): FeedItem {
  const link = item.url || item.external_url;
  const base = link || channel.address;
  const body = item.content_html === '' ? null : htmlBody(item.content_html, base);
  return {
    id: item.id,
    link,
    title: item.title,
    body: body?.text || (item.content_text || item.summary).replace(/\r\n?/gu, '\n').trim(),
    outlet: '',
    authors: [...item.authors, item.author].map(({ name }) => name).filter((name) => name !== ''),
    published: item.date_published,
    updated: item.date_modified,
    categories: item.tags,
    links: [...(body?.links ?? []), ...absoluteAddresses([item.external_url], base)],
    media: [
      ...absoluteAddresses([item.image, item.banner_image, ...item.attachments.map(({ url }) => url)], base),
      ...(body?.media ?? []),
    ],
    relations: [],
  };
}
