import type { Problem } from '../../problem.ts';
import type { Origin, Source } from '../../story.ts';
import type { Entry } from '../format.ts';
import { htmlText } from '../reading/html-text.ts';
import { jsonValues } from '../reading/json-values.ts';
import { type KnownOfStory, type StoryRecord, storyRecord } from '../story-record.ts';
import { embedsIn } from './collect-embeds.ts';
import { readPostAddress } from './post-address.ts';

/** Reads what platforms answer when a page asks for a post's embedding code (https://oembed.com, version 1.0). */
export async function* readOEmbed(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  for await (const item of jsonValues(entry.text(), [[]], entry.name)) {
    if ('code' in item) yield item;
    else {
      const responses = Array.isArray(item.value) ? item.value : [item.value];
      const origin: Origin = { entry: entry.name, unit: 'line', position: item.line };
      for (const response of responses) yield recordOf(response, origin);
    }
  }
}

function recordOf(response: unknown, origin: Origin): StoryRecord | Problem {
  const { entry, unit, position } = origin;
  const story = isResponse(response) ? storyOf(response) : null;
  return story === null
    ? { code: 'record-bad-shape', params: { entry, unit, position, detail: 'html' } }
    : storyRecord({ ...story, origin });
}

type Response = Readonly<Record<string, unknown>> & { html: string };

function isResponse(value: unknown): value is Response {
  return typeof value === 'object' && value !== null && 'html' in value && typeof value.html === 'string';
}

function storyOf(response: Response): KnownOfStory | null {
  const say = (key: string) => (typeof response[key] === 'string' ? response[key].trim() : '');
  const [post] = embedsIn(response.html, say('url'));
  const words = post?.hasWords
    ? post.story.text
    : say('title') || post?.story.text || htmlText(response.html).text;
  const text = words || say('url');
  if (text === '') return null;
  const address = readPostAddress(say('url'));
  const handle = post?.story.source?.handle ?? readHandle(say('author_url'));
  return {
    ...post?.story,
    id: post?.story.id ?? address?.id ?? null,
    link: post?.story.link ?? address?.link ?? (say('url') || null),
    source: sourceOf(say('author_name'), handle) ?? sourceOf(say('provider_name'), null),
    text,
  };
}

function sourceOf(name: string, handle: string | null): Source | null {
  return name === '' && handle === null ? null : { name: name || (handle as string), handle };
}

/** The name in an author's address, where it is one: `https://x.com/minato_news`. */
function readHandle(address: string): string | null {
  return /^https?:\/\/[^/]+\/@?([\w.]{1,80}(?:@[\w.-]{1,255})?)\/?$/u.exec(address)?.[1] ?? null;
}
