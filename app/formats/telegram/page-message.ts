import type { Detail, Origin, Relation } from '../../story.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { signed } from './signed.ts';

/** What a page shows of a message. */
export interface PageMessage {
  id: string;
  /** `08.02.2025 10:30:05`, later versions with `UTC+09:00` behind it. */
  date: string | null;
  name: string | null;
  isForwarded: boolean;
  forwardedName: string | null;
  /** Id of the message that this one answers. */
  answered: string | null;
  text: string;
  links: string[];
  author: string;
  media: string[];
  /** What stands on media that are not shown as pictures: `Voice message`, `00:05`. */
  labels: string[];
  /** Question and answers. */
  poll: string[];
}

export function emptyMessage(id: string): PageMessage {
  return {
    id,
    date: null,
    name: null,
    isForwarded: false,
    forwardedName: null,
    answered: null,
    text: '',
    links: [],
    author: '',
    media: [],
    labels: [],
    poll: [],
  };
}

/** An account's export has a folder for each chat; message ids count within one. */
const CHAT_FOLDER = /(?:^|\/)(chat_\d+)\//u;
const UTC = /(?<= UTC)$/u;
const DATE = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:?\d\d))?$/u;

/** null where there is nothing to read. */
export function recordOf(message: PageMessage, chat: string | null, origin: Origin): StoryRecord | null {
  const labels = message.labels.filter(Boolean);
  const words = [message.text, message.poll.join('\n')].filter(Boolean).join('\n\n');
  const text = words || labels.join('\n') || (message.media[0] ?? '');
  if (text.trim() === '') return null;
  const folder = CHAT_FOLDER.exec(origin.entry)?.[1];
  const id = (of: string) => (folder === undefined ? of : `${folder}/${of}`);
  const relations: Relation[] = [];
  if (message.answered !== null)
    relations.push({ kind: 'reply', id: id(message.answered), link: null, source: null });
  if (message.isForwarded) {
    const source = message.forwardedName ? { name: message.forwardedName, handle: null } : null;
    relations.push({ kind: 'repost', id: null, link: null, source });
  }
  const details: Detail[] = [];
  if (chat !== null && chat !== message.name) details.push({ kind: 'category', value: chat });
  if (labels[0] !== undefined) details.push({ kind: 'attachment', value: labels[0] });
  return storyRecord({
    ...signed(text, message.author),
    id: message.id === '' ? null : id(message.id),
    source: message.name ? { name: message.name, handle: null } : null,
    ...moment(message.date ?? ''),
    links: message.links,
    media: message.media,
    relations,
    details,
    origin,
  });
}

function moment(written: string): Pick<StoryRecord, 'publishedAt' | 'precision'> {
  const read = readTimestamp(written.replace(UTC, '+00:00').replace(DATE, '$3-$2-$1 $4$5'));
  return { publishedAt: read?.iso ?? null, precision: read?.precision ?? 'none' };
}
