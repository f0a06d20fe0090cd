import { absoluteAddress } from '../reading/addresses.ts';
import { htmlBody } from '../reading/article.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { movableTypeDate } from './date.ts';
import type { MovableTypeEntry } from './entries.ts';
import { fieldOn } from './lines.ts';
import { bodyHtml } from './text-format.ts';

/** Fields above a comment's text. What looks like another one is text. */
const FIELDS = new Set(['AUTHOR', 'EMAIL', 'IP', 'URL', 'DATE', 'TITLE', 'SECRET', 'PASS']);

/** What people wrote below an entry. */
export function* comments(entry: MovableTypeEntry, story: StoryRecord): Generator<StoryRecord> {
  for (const { name, text } of entry.sections) {
    const comment = name === 'COMMENT' ? commentOf(text, story) : null;
    if (comment !== null) yield comment;
  }
}

function commentOf(section: string, story: StoryRecord): StoryRecord | null {
  const lines = section.split('\n');
  const fields = new Map<string, string>();
  let at = 0;
  for (; at < lines.length; at++) {
    const [key = '', value = ''] = fieldOn(lines[at] as string) ?? [];
    if (!FIELDS.has(key) || fields.has(key)) break;
    fields.set(key, value);
  }
  const {
    text,
    links = [],
    media = [],
  } = htmlBody(bodyHtml(lines.slice(at).join('\n'), ''), story.link ?? '');
  if (text === '') return null;
  const author = fields.get('AUTHOR') ?? '';
  const site = absoluteAddress(fields.get('URL') ?? '', '');
  const moment = movableTypeDate(fields.get('DATE') ?? '');
  return storyRecord({
    source: author === '' ? null : { name: author, handle: null },
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    links: site === null ? links : [...links, site],
    media,
    relations: [{ kind: 'reply', id: story.id, link: story.link, source: story.source }],
    // A comment for the blog's author only.
    details: fields.get('SECRET') === '1' ? [{ kind: 'visibility', value: 'SECRET' }] : [],
    origin: story.origin,
    text,
  });
}
